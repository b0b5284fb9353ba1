/** Makes room for what the script draws, in place of the list that the server drew. */
export function layOut(element: HTMLElement) {
  const make = (className: string, into: Element): HTMLElement => {
    const place = document.createElement('div');
    place.className = className;
    into.append(place);
    return place;
  };
  const tools = element.querySelector('.note-tools')!;
  const line = make('lanes', tools);
  const lanes = make('lane-names', line);
  const plain = element.querySelector<HTMLElement>('.plain-notes')!;
  const notes = make('live-notes', plain.parentElement!);
  plain.hidden = true;
  const places = {
    lanes,
    line,
    tools: make('player-tools', tools),
    filters: make('note-filters', notes),
    list: make('note-list', notes),
    help: make('note-help', element),
  };
  places.list.setAttribute('role', 'list');
  places.list.tabIndex = 0;
  return places;
}
