import type { explorerMatrix as source } from '../id/explorer-matrix.ts'
import type { Shape } from '../shape.ts'

export const explorerMatrix = {
  finding:
    '{possible, plural, =0 {There is only one group with these filters} one {{met} of # pair of sectors have met} other {{met} of # pairs of sectors have met}}',
  findingRoles: '{met} of {possible} pairs of roles have met',
  widest: 'widest gap {a}–{b}: none yet, about {expected} would be expected',
  between: 'Between',
  bySector: 'sectors and sectors',
  byRole: 'roles and roles',
  order: 'Order',
  near: 'those that meet often side by side',
  given: 'as listed',
  label: 'Matrix: ties between {by, select, role {roles} other {sectors}}',
  corner: 'ties there are, then ≈ expected',
  sentence:
    '{a}–{b}: {count, plural, =0 {no tie yet} one {# tie} other {# ties}}, about {expected} would be expected.',
  inside:
    'Within {a}: {count, plural, =0 {no tie yet} one {# tie} other {# ties}}, about {expected} would be expected.',
  otherDate: '{date}: {count, plural, =0 {none} one {# tie} other {# ties}}.',
  void: '{a}–{b}: there is nobody to meet.',
  verdict: {
    fewer: 'Fewer than expected, and not by chance (q {q}).',
    more: 'More than expected, and not by chance (q {q}).',
    unclear: 'Not distinguishable from chance (q {q}).',
    untested: 'Less than 1 expected: not tested.',
  },
  below: '= {value}',
  least: '< 0.001',
  hint: 'Point, or walk with the arrow keys; Enter opens the actors.',
  counted:
    'Counted: {actors}, {ties} that pass the filters. What has lapsed and who has not been asked are left out.',
  test: {
    name: 'test of each pair',
    running: 'Testing the pairs …',
    exact:
      'Exact test over {draws} placements; {tested, plural, one {# cell} other {# cells}} tested together (Benjamini–Hochberg).',
    sampled:
      'Test by {draws} permutations; {tested, plural, one {# cell} other {# cells}} tested together (Benjamini–Hochberg).',
    tooLarge: 'No test: networks above 2,000 actors or 120 groups are not tested.',
    noTies: 'No test: there is no tie yet.',
    failed: 'The test could not be run. The other figures still hold.',
  },
  legend: {
    reading: 'How to read it',
    numbers:
      'Large number: ties there are. Small ≈: ties to be expected if sectors played no role in the same network. Colour: the darker, the more often than expected.',
    steps: {
      s1: 'far below',
      s2: 'below',
      s3: 'about as expected',
      s4: 'above',
      s5: 'far above',
    },
    thin: 'less than 1 expected: too few to judge',
    ghost: 'no tie yet',
    clearMore: 'more often, not by chance (q ≤ 0.05)',
    clearFewer: 'less often, not by chance (q ≤ 0.05)',
    shrunk:
      'Colours are read from (there + 1) : (expected + 1), so that small cells do not light up by themselves; the numbers are as they are.',
    seriation: 'Order: average linkage, branches turned until neighbours are closest (Bar-Joseph 2001).',
  },
  notable: {
    fewer: 'Less often than expected',
    more: 'More often than expected',
    none: 'None.',
    clear: '{count, plural, other {# not by chance}}',
    inside: 'within {name}',
    of: '{count}, expected {expected}',
    left: '{count, plural, other {and # more}}',
  },
  dates: {
    cells: 'Cells that changed: {from} → {to}. Colour and test: {on}.',
    loading: 'Reading the other date…',
    failed: 'The other date could not be loaded; one date is shown alone.',
  },
  beyond:
    '{count, plural, one {# smallest group is} other {# smallest groups are}} not drawn; all are in the CSV.',
  all: 'Show all',
  withoutRole: 'Without a role',
  noPairs: 'The matrix needs at least two actors with these filters.',
  needsHelix: 'Roles meet roles in the hexa helix definition only; this definition counts businesses alone.',
  toHelix: 'Use the hexa helix definition',
  back: 'Back to the matrix',
  drill: {
    title:
      '{a}–{b}: {count, plural, =0 {no tie yet} one {# tie} other {# ties}} of {possible} there could be',
    titleInside:
      'Within {a}: {count, plural, =0 {no tie yet} one {# tie} other {# ties}} of {possible} there could be',
    label: 'Matrix of the actors of {a} and {b}',
    yes: '{a}–{b}: partners.',
    new: '{a}–{b}: partners, new.',
    expired: '{a}–{b}: lapsed, not counted.',
    uncounted: '{a}–{b}: a partnership that does not count.',
    no: '{a}–{b}: none yet.',
    self: '{a}',
    hint: 'Enter opens the details of the actor of that row.',
    pairs: 'The ties',
    noPairs: 'No ties here yet.',
    left: '{count, plural, one {# more actor is} other {# more actors are}} not drawn, those with fewest partners here.',
    gone: 'This pair is not there with these filters or on this date.',
    marks: { active: 'partners', new: 'new', expired: 'lapsed', uncounted: 'not counted' },
  },
  csv: {
    file: 'matrix',
    a: 'Group A',
    b: 'Group B',
    na: 'Actors A',
    nb: 'Actors B',
    observed: 'Ties',
    expected: 'Expected',
    ratio: 'Times expected',
    p: 'p',
    q: 'q',
    actorA: 'Actor A',
    actorB: 'Actor B',
    line: 'Standing',
  },
} as const satisfies Shape<typeof source>
