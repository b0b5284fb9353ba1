import ICAL from 'ical.js';

/** An entry as somebody sees it on their phone. Times are by the clock of the phone's zone. */
export interface OnPhone {
  title: string;
  /** '2027-03-26 15:30', or '2027-03-26' for a whole day. */
  from: string;
  /** The same; a whole day's is the day after its last. */
  until: string;
  place: string;
  description: string;
  url: string;
  sequence: number;
  changedAt: string;
  takesTime: boolean;
}

/**
 * A calendar program that subscribes to a feed and reads it with a parser that is not ours. It keeps what it knows
 * by UID, takes a later state of an entry over an earlier one and never the other way round, and forgets what is
 * cancelled (RFC 5545, 3.8.7.4; RFC 5546, 2.1.5).
 */
export class Phone {
  readonly zone: string;
  readonly entries = new Map<string, OnPhone>();
  readonly cancelled = new Map<string, OnPhone>();
  name = '';
  method = '';
  refresh = '';

  constructor(zone = 'Europe/London') {
    this.zone = zone;
  }

  /** Reads the feed again. Throws where it is no iCalendar, or an entry of it lacks what every entry must have. */
  read(text: string): this {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const said = (name: string): string => String(calendar.getFirstPropertyValue(name) ?? '');
    if (calendar.name !== 'vcalendar' || said('version') !== '2.0' || said('prodid') === '')
      throw new Error('not a calendar');
    // The parser leaves the text of names that begin with X as it stands.
    this.name = said('x-wr-calname').replace(/\\(.)/g, '$1');
    this.method = said('method');
    this.refresh = said('refresh-interval');
    const seen = new Set<string>();
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(component);
      if (!event.uid || seen.has(event.uid))
        throw new Error(`an entry without a UID of its own: ${event.uid}`);
      seen.add(event.uid);
      this.#take(event.uid, this.#shown(event), String(component.getFirstPropertyValue('status')));
    }
    return this;
  }

  #take(uid: string, entry: OnPhone, status: string): void {
    const known = this.entries.get(uid) ?? this.cancelled.get(uid);
    if (known && (entry.sequence < known.sequence || entry.changedAt < known.changedAt)) return;
    this.entries.delete(uid);
    this.cancelled.delete(uid);
    (status === 'CANCELLED' ? this.cancelled : this.entries).set(uid, entry);
  }

  #shown(event: InstanceType<typeof ICAL.Event>): OnPhone {
    const value = (name: string): string => String(event.component.getFirstPropertyValue(name) ?? '');
    return {
      title: event.summary,
      from: this.#clock(event.startDate),
      until: this.#clock(event.endDate),
      place: event.location ?? '',
      description: event.description ?? '',
      url: value('url'),
      sequence: event.sequence,
      changedAt: value('last-modified'),
      takesTime: value('transp') !== 'TRANSPARENT',
    };
  }

  #clock(time: InstanceType<typeof ICAL.Time>): string {
    if (time.isDate) return time.toString();
    if (time.zone !== ICAL.Timezone.utcTimezone)
      throw new Error(`a time in a zone that is not given: ${time}`);
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: this.zone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'short',
    }).formatToParts(time.toJSDate());
    const part = (type: string) => parts.find((each) => each.type === type)?.value;
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
  }

  /** What is called so, or begins so; undefined when the phone shows no such thing. */
  entry(title: string): OnPhone | undefined {
    return [...this.entries.values()].find((each) => each.title.startsWith(title));
  }
  gone(title: string): OnPhone | undefined {
    return [...this.cancelled.values()].find((each) => each.title.includes(title));
  }
  uidOf(title: string): string | undefined {
    return [...this.entries, ...this.cancelled].find(([, each]) => each.title.includes(title))?.[0];
  }
}
