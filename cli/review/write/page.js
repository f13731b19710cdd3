/* The list of people of a review: searched, filtered, and a hundred rows at a time. It writes text and never markup. */
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const table = document.querySelector('.people table');
  if (!table) return;
  const find = (id) => document.getElementById(id);
  const [search, fate, stack, count, more, body] = [
    find('search'),
    find('fate'),
    find('stack'),
    find('count'),
    find('more'),
    table.tBodies[0],
  ];
  const PAGE = 100;

  const people = data.rows.map(([login, fullName, stacks, fates, lines]) => {
    const person = {
      login,
      fullName,
      stacks: stacks.map((number) => data.stacks[number]),
      fates: fates.map((number) => data.texts[number]),
      lines: lines.map((number) => data.texts[number]),
    };
    const words = [login, fullName, ...person.stacks, ...person.fates, ...person.lines];
    return { ...person, text: words.join('\n').toLowerCase() };
  });
  const stackMatters = data.stacks.length > 1;
  let found = people;
  let shown = 0;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const rowOf = (person) => {
    const row = element('tr');
    const who = element('th');
    who.scope = 'row';
    who.append(element('bdi', 'name', person.login));
    if (person.fullName) who.append(element('bdi', 'full', person.fullName));
    if (stackMatters) who.append(element('span', 'stack', person.stacks.join(', ')));
    const what = element('td');
    for (const one of person.fates) what.append(element('span', one === 'leaves' || one === 'replaced' ? 'fate danger' : 'fate', one), ' ');
    const how = element('td');
    const list = element('ul');
    for (const line of person.lines) list.append(element('li', '', line));
    how.append(list);
    row.append(who, what, how);
    return row;
  };

  const showMore = () => {
    const rows = found.slice(shown, shown + PAGE).map(rowOf);
    body.append(...rows);
    shown += rows.length;
    const left = found.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(PAGE, left).toLocaleString('en')} more of ${left.toLocaleString('en')}`;
    return rows[0];
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = people.filter(
      (person) =>
        (!fate.value || person.fates.includes(fate.value)) &&
        (!stack || !stack.value || person.stacks.includes(stack.value)) &&
        words.every((word) => person.text.includes(word)),
    );
    shown = 0;
    body.replaceChildren();
    table.hidden = found.length === 0;
    count.textContent =
      found.length === people.length
        ? `${people.length.toLocaleString('en')} ${people.length === 1 ? 'person' : 'people'}`
        : `${found.length.toLocaleString('en')} of ${people.length.toLocaleString('en')} people`;
    showMore();
  };

  search.addEventListener('input', filter);
  fate.addEventListener('change', filter);
  stack?.addEventListener('change', filter);
  more.addEventListener('click', () => {
    const first = showMore();
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  });
  for (const link of document.querySelectorAll('[data-fate]'))
    link.addEventListener('click', () => {
      fate.value = link.dataset.fate;
      search.value = '';
      filter();
    });

  document.querySelector('.controls').hidden = false;
  filter();
})();
