/** A tar of files with their content; a third word gives another type of entry. */
export function tar(files: readonly (readonly [path: string, content: string, type?: string])[]): Buffer {
  const parts = files.flatMap(([path, content, type = '0']) => {
    const long = Buffer.from(path).length > 100;
    return [
      ...(long ? entry('long', `${path}\0`, 'L') : []),
      ...entry(long ? path.slice(0, 90) : path, content, type),
    ];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function entry(path: string, content: string, type: string): Buffer[] {
  const bytes = Buffer.from(content, 'utf8');
  const header = Buffer.alloc(512);
  header.write(path, 0, 'utf8');
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}
