import { readRoster } from '../../../constructs/roster-file/read-roster';

const read = (text: string | Uint8Array, names = {}): ReturnType<typeof readRoster> =>
  readRoster(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'csv', names);

const problems = (text: string | Uint8Array, names = {}): readonly string[] =>
  read(text, names).problems.map(({ line, column, message }) => `${line}${column === undefined ? '' : ` ${column}`}: ${message}`);

const ADA = { name: 'ada.lovelace', firstName: 'Ada', lastName: 'Lovelace', line: 2, others: {} };

describe('a roster in CSV', () => {
  test.each([
    ['with commas', 'name,first_name,last_name\nada.lovelace,Ada,Lovelace\n'],
    ['with semicolons', 'name;first_name;last_name\nada.lovelace;Ada;Lovelace\n'],
    ['with tabs', 'name\tfirst_name\tlast_name\nada.lovelace\tAda\tLovelace\n'],
    ['with a byte order mark and lines as Windows ends them', '\uFEFFname,first_name,last_name\r\nada.lovelace,Ada,Lovelace\r\n'],
    ['without a last end of line', 'name,first_name,last_name\nada.lovelace,Ada,Lovelace'],
    ['in quotes, and in another order', '"last name","first name","user name"\n"Lovelace","Ada","ada.lovelace"\n'],
    [
      'with empty rows and columns, as a spreadsheet leaves them',
      'name;first_name;last_name;;\nada.lovelace;Ada;Lovelace;;\n;;;;\n\n;;;;\n',
    ],
    ['with names in any case, and blanks around', 'NAME , FirstName, LAST_NAME\n ada.lovelace , Ada , Lovelace \n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ people: [ADA], problems: [], hasPasswords: false });
  });

  test('may leave out the empty cells at the end of a row, as spreadsheets do', () => {
    expect(read('name,first_name,last_name,email\nada,Ada,Lovelace\nalan\ngrace,Grace,,\n')).toEqual({
      people: [
        { ...ADA, name: 'ada' },
        { name: 'alan', line: 3, others: {} },
        { name: 'grace', firstName: 'Grace', line: 4, others: {} },
      ],
      problems: [],
      hasPasswords: false,
    });
  });

  test('may name its delimiter in a line of its own, as spreadsheets do', () => {
    expect(read('sep=;\nname;last_name\nada;"Lovelace, Countess"\n').people).toEqual([
      { name: 'ada', lastName: 'Lovelace, Countess', line: 3, others: {} },
    ]);
  });

  test('keeps delimiters, quotes and ends of lines within quotes, and counts lines right', () => {
    const text = 'name,first_name\r\nada,"Ada ""the first"", \r\nCountess"\r\n\r\nalan,Alan\r\n';
    expect(read(text).people.map(({ firstName, line }) => [firstName, line])).toEqual([
      ['Ada "the first", \nCountess', 2],
      ['Alan', 5],
    ]);
  });

  test('understands the template that Connect has for bulk upload, and does not read its passwords', () => {
    const header =
      'first name,last name,email address,secondary email address,mobile,password,user login,agent hierarchy,routing profile name,security_profile_name_1|security_profile_name_2,phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds),tags';
    const row =
      'Ada,Lovelace,ada@example.com,,,Secret-123,ada.lovelace,EMEA|Berlin,Basic Routing Profile,Agent|Quality Analyst,soft,,yes,30,team=blue';
    const roster = read(`${header}\n${row}\n`);
    expect(roster).toEqual({
      people: [
        {
          ...ADA,
          email: 'ada@example.com',
          hierarchyGroup: ['EMEA', 'Berlin'],
          routingProfile: 'Basic Routing Profile',
          securityProfiles: ['Agent', 'Quality Analyst'],
          phoneType: 'SOFT_PHONE',
          autoAccept: true,
          afterContactWorkTimeLimit: 30,
          tags: { team: 'blue' },
        },
      ],
      problems: [],
      hasPasswords: true,
    });
    expect(JSON.stringify(roster)).not.toContain('Secret');
  });

  test('reads proficiencies, groups and other columns that the program names', () => {
    const text = 'name,proficiencies,groups,desk\nada,connect:Language=connect:German:4 | Product=Cars:1,Voice teams|Chat,A4\n';
    expect(read(text, { otherColumns: ['desk'] }).people).toEqual([
      {
        name: 'ada',
        proficiencies: { 'connect:Language': { 'connect:German': 4 }, Product: { Cars: 1 } },
        groups: ['Voice teams', 'Chat'],
        line: 2,
        others: { desk: 'A4' },
      },
    ]);
  });

  test('has columns of other names where the program says so', () => {
    const text = 'login id,profile\nada,Sales\n';
    expect(read(text, { columns: { name: 'login id', routingProfile: 'profile' } }).people).toMatchObject([
      { name: 'ada', routingProfile: 'Sales' },
    ]);
  });
});

describe('a column that the program names', () => {
  const names = { columns: { name: 'login id' }, otherColumns: ['cost_centre'] };

  test.each(['login id,cost_centre', 'Login ID,Cost Centre', 'LOGIN-ID,COST_CENTRE'])('may be written as all others: %s', (header) => {
    expect(read(`${header}\nada,A4\n`, names).people).toEqual([{ name: 'ada', line: 2, others: { cost_centre: 'A4' } }]);
  });

  test('is the one that is written so, where there are several alike', () => {
    expect(read('login id,Cost Centre,cost_centre\nada,B,A4\n', { ...names, otherColumns: ['cost_centre', 'Cost Centre'] }).people).toEqual(
      [{ name: 'ada', line: 2, others: { cost_centre: 'A4', 'Cost Centre': 'B' } }],
    );
    expect(problems('login id,Cost Centre,COST_CENTRE\nada,B,A4\n', names)).toContain(
      '1: must have a column "cost_centre", which the program reads',
    );
  });
});

describe('a roster in CSV is refused with all that is wrong', () => {
  test('in its rows, by line and column', () => {
    const text = [
      'name,first_name,phone_type,phone number,auto accept (yes/no)',
      'ada@site,Ada,soft,,',
      ',Nobody,soft,,',
      'alan,Alan,fax,,',
      'grace,Grace,desk,,',
      'joan,Joan,desk,0123,',
      'mary,Mary,soft,,perhaps,and more',
      'rosa,Rosa',
      'ok,Ok,soft,,',
    ].join('\n');
    const roster = read(text, { columns: { autoAccept: 'auto accept (yes/no)' } });
    expect(roster.people.map(({ name }) => name)).toEqual(['rosa', 'ok']);
    expect(problems(text, { columns: { autoAccept: 'auto accept (yes/no)' } })).toEqual([
      '2 name: must have an "@" only as in an e-mail address such as "ada@example.com"; got "ada@site"',
      '3 name: must hold the user name; it is empty',
      '4 phone_type: must be "soft" or "desk"; got "fax"',
      '5 phone number: must hold the number of the desk phone, such as "+12065550100"',
      '6 phone number: must be a phone number in E.164 form such as "+12065550100"; got "0123"',
      '7: must have 5 cells, as the header has; it has 6',
    ]);
  });

  test('where a line break in a cell without quotes makes two rows of one', () => {
    const found = 'and makes one row with its neighbour: a cell with a line break needs quotes';
    expect(problems('name,first_name,last_name,email\nada,Ada\nof London,Lovelace,ada@example.com\nalan\n')).toEqual([
      `2: must have 4 cells, as the header has; it has 2, ${found}`,
      `3: must have 4 cells, as the header has; it has 3, ${found}`,
    ]);
  });

  test('where a last row, whose line is not ended, lacks cells: the file may be cut off', () => {
    const file = 'name,first_name,last_name\nada,Ada,Lovelace\nalan,Al';
    expect(problems(file)).toEqual([
      '3: must have 3 cells, as the header has; it has 2, and its line is not ended: the file may be cut off',
    ]);
    expect(problems(`${file}\n`)).toEqual([]);
    expect(problems('name,first_name,last_name\nada,Ada,Lovelace\nalan,Alan,')).toEqual([]);
  });

  test('in what people have in common', () => {
    const text = 'name,renamed_from\nada,\nalan,ada\nada,\ngrace,hopper\nmary,hopper\n';
    expect(problems(text)).toEqual([
      '3 renamed_from: must be a name that nobody has any more; "ada" is in line 2',
      '4 name: must be there once; "ada" is in line 2 too',
      '6 renamed_from: must be there once; "hopper" was renamed in line 5 too',
    ]);
  });

  test('of a name that a refused row has too, before or after', () => {
    const text = 'name,auto_accept,renamed_from\nada,maybe,\nada,yes,\nalan,no,\nalan,perhaps,ada\n';
    expect(problems(text).map((problem) => problem.replace(/(?<=auto_accept: ).*/, 'refused'))).toEqual([
      '2 auto_accept: refused',
      '3 name: must be there once; "ada" is in line 2 too',
      '5 auto_accept: refused',
      '5 name: must be there once; "alan" is in line 4 too',
      '5 renamed_from: must be a name that nobody has any more; "ada" is in line 2',
    ]);
  });

  test.each([
    ['', ['1: must begin with a header that names the columns; the file is empty']],
    ['first_name\nAda\n', ['1: must have a column "name" with the user names']],
    ['name,name\nada,ada\n', ['1 name: must be there once']],
    ['name,login\nada,ada\n', ['1 login: says the same as "name": remove one of them']],
    ['name\n"ada\n', ['2: must close the quote that it opens; the rest of the file was taken for one cell']],
    ['name\nada "the first"\n', [expect.stringMatching(/^2: must have quotes around whole cells only/)]],
    ['name,,last_name\nada,x,y\n', ['1: must name each column; number 2 has no name']],
    [
      'name,rotuing_profile\nada,Sales\n',
      [
        expect.stringMatching(
          /^1 rotuing_profile: is not known; did you mean "routing_profile"\? Known are name, renamed_from, first_name/,
        ),
      ],
    ],
  ])('in %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('where the program expects a column that is not there', () => {
    expect(problems('name\nada\n', { columns: { routingProfile: 'profile' }, otherColumns: ['desk'] })).toEqual([
      '1: must have a column "profile", for routingProfile',
      '1: must have a column "desk", which the program reads',
    ]);
  });

  test('where it is not in UTF-8, as older spreadsheets write it', () => {
    expect(problems(Buffer.from('name,first_name\nada,Ada\njose,Jos\xe9\n', 'latin1'))).toEqual([
      '3: must be in UTF-8; save the file as "CSV UTF-8" in the spreadsheet',
    ]);
  });
});
