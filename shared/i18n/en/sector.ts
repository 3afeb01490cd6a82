import type { sector as source } from '../id/sector.ts'
import type { Shape } from '../shape.ts'

export const sector = {
  eyebrow: 'Sector',
  verdict: {
    isolated:
      '{name} is isolated: {reached, number} of {n, number} {noun, select, organisation {organisations} other {businesses}} {reached, plural, =1 {has} other {have}} a partner in another sector.',
    weak: '{name} is weakly linked: {reached, number} of {n, number} {noun, select, organisation {organisations} other {businesses}} {reached, plural, =1 {has} other {have}} a partner in another sector.',
    integrated:
      '{name} is integrated: {reached, number} of {n, number} {noun, select, organisation {organisations} other {businesses}} {reached, plural, =1 {has} other {have}} a partner in another sector.',
    bridging:
      '{name} bridges other sectors: {reached, number} of {n, number} {noun, select, organisation {organisations} other {businesses}} {reached, plural, =1 {has} other {have}} a partner in another sector.',
    'insufficient-data':
      '{name} cannot be judged yet: {verified, number} of {registered, number} registered were surveyed within 12 months.',
    'no-network': '{name} cannot be judged yet: no partnership counts.',
  },
  lede: {
    expectedName: 'expected',
    expected: 'If sectors played no role, about {expected} would be expected.',
    closed:
      'They have partners, but inside the sector: {internal, number} ties inside, {external, number} outside.',
    dormant: 'They have few partners at all: {internal, number} ties inside, {external, number} outside.',
    'one-bridge':
      'The way out depends on one {noun, select, organisation {organisation} other {business}}: {share} of {external, number} ties outside.',
    ties: '{internal, number} ties inside, {external, number} outside.',
    remedy: {
      closed: 'What helps: introductions across sectors.',
      dormant: 'What helps: mentoring.',
      'one-bridge': 'What helps: a second bridge.',
      'insufficient-data': 'What helps: surveying the members nobody has asked.',
      none: 'What helps: widening the links that exist.',
    },
  },
  test: {
    name: 'strength of evidence',
    p: 'p {p}',
    q: 'q {q}',
    exact: 'computed exactly',
    sampled: '{draws, number} shuffles',
    stability: 'the level holds in {share} of the runs without one member',
  },
  history: {
    streak: '{level} {count, plural, =1 {in this period} other {for # periods in a row}}',
    streakAll: '{level} {count, plural, =1 {in {last}} other {for # periods in a row up to {last}}}',
    none: 'No history of levels yet',
    caption: 'Level per period; below it those with a partner in another sector.',
    captionAll:
      'By what was going on at the end of each period; the level above is for all dates. Below it those with a partner in another sector.',
    item: '{period}: {level}, {reached, number} of {n, number}',
    table: 'History of levels',
  },
  sizes: {
    title:
      '{total, plural, one {# business} other {# businesses}} registered: {unasked, plural, =0 {all count} other {{n, number} count, # not yet asked}}',
    caption: 'By size, also those not yet asked.',
    describe: 'By size: {parts}.',
  },
  bridges: {
    title:
      '{count, plural, =0 {Nobody bridges yet} =1 {# {noun, select, organisation {organisation} other {business}} is a bridge} other {# {noun, select, organisation {organisations} other {businesses}} are bridges}}',
    caption: 'Of all ties that this sector has outside.',
    none: 'No member has a partner in another sector yet.',
    of: '<b>{external, number}</b> of {of, number}',
  },
  pairs: {
    csvName: 'sector-pairs',
    title: 'Not working yet with {missing, number} of {all, number} other sectors',
    titleAll: 'Working with all {all, number} other sectors',
    caption: 'The most expected first.',
    sector: 'Other sector',
    observed: 'ties',
    expected: 'expected',
    ghost: 'none yet',
  },
  members: {
    csvName: 'sector-members',
    title:
      '{linked, number} of {n, number} members {linked, plural, =1 {has} other {have}} partners on record',
    name: 'Name',
    partners: 'partners',
    cross: 'other sectors',
    standing: 'standing',
    caption: 'Members of the sector',
  },
  notFound: { title: 'There is no such sector', hint: 'Choose another sector from the overview.' },
  explore: 'See in the network',
} as const satisfies Shape<typeof source>
