import net from 'node:net';

export interface ReceivedMail {
  from: string;
  to: string[];
  content: string;
}

/**
 * A mail server for tests: speaks enough SMTP (RFC 5321) to take mail, on 127.0.0.1 and a free port.
 * While `refuse` is set it answers every recipient with that line, such as '451 try later'.
 */
export async function startSmtpSink() {
  const received: ReceivedMail[] = [];
  const sink = { received, url: '', refuse: '', stop: async () => {} };
  const server = net.createServer((socket) => {
    let mail: ReceivedMail = { from: '', to: [], content: '' };
    let inData = false;
    let pending = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 sink');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8');
      for (let end = pending.indexOf('\r\n'); end !== -1; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (inData) {
          if (line !== '.') {
            mail.content += `${line.replace(/^\./, '')}\r\n`;
            continue;
          }
          inData = false;
          received.push(mail);
          mail = { from: '', to: [], content: '' };
          say('250 kept');
        } else if (/^EHLO|^HELO/i.test(line)) say('250 sink');
        else if (/^MAIL FROM:/i.test(line)) {
          mail.from = /<(.*?)>/.exec(line)?.[1] ?? '';
          say('250 ok');
        } else if (/^RCPT TO:/i.test(line)) {
          if (!sink.refuse) mail.to.push(/<(.*?)>/.exec(line)?.[1] ?? '');
          say(sink.refuse || '250 ok');
        } else if (/^DATA/i.test(line)) {
          inData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  const open = new Set<net.Socket>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sink.url = `smtp://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  sink.stop = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return sink;
}
