import type { explorerTools as source } from '../id/explorer-tools.ts'
import type { Shape } from '../shape.ts'

export const explorerTools = {
  measure: {
    partners: 'Partners',
    cross: 'Partners in other sectors',
    cuts: 'Pairs cut off if it stopped',
    core: 'Core layer',
    betweenness: 'Betweenness',
    clustering: 'Partners who are partners',
  },
  filter: {
    census: 'Survey',
    standing: 'Standing',
    records: 'Records per pair',
  },
  stack: {
    all: 'Whole network',
    add: 'Add a filter',
    ofActors: 'About actors',
    ofTies: 'About partnerships',
    everything: 'all',
    between: '{from}–{to}',
    from: '{from} or more',
    upTo: 'up to {to}',
    andWithoutEmpty: '{range}, without empty ones',
    withEmpty: 'Keep those without a value',
    least: 'least',
    most: 'most',
    up: 'Move the filter {name} up',
    down: 'Move the filter {name} down',
    moved: 'The filter {name} is now step {place} of {count}.',
    computing: 'Being computed…',
    failed: 'Could not be computed yet; check the connection.',
    tooLarge: 'This network is too large to compute it on the page; see Research.',
    nobody: 'No actor has a value.',
  },
} as const satisfies Shape<typeof source>
