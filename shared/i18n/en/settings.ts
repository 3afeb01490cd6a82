import type { settings as id } from '../id/settings.ts'
import type { Shape } from '../shape.ts'

export const settings = {
  title: 'Settings',
  target: {
    title: 'Target of the index',
    none: 'No target yet.',
    set: 'Target {value} by {date}.',
    lede: 'The target is drawn as a diamond on the progress chart and the scale of the index.',
    value: 'Value of the index',
    by: 'Reached by',
    save: 'Save target',
    saving: 'Saving…',
    remove: 'Remove target',
    saved: 'Target saved.',
    removed: 'Target removed.',
    failed: 'Target not saved yet. {why}',
    valueHint: 'Between 0 and 100.',
    issue: {
      'value-missing': 'Enter the value.',
      'value-range': 'A value between 0 and 100.',
      'date-missing': 'Enter the date.',
      'date-past': 'This date has passed. Choose one after {today}.',
    },
  },
  city: {
    title: 'City',
    name: 'Name',
    region: 'Region code',
    today: 'Today',
    reference: 'Date of the sample data',
    demo: 'This database holds invented sample data.',
    source: 'Source',
  },
  definition: {
    title: 'What counts in the index',
    partition: 'Sectors: {partition}.',
    version: 'version {version}',
  },
  look: {
    title: 'Language and appearance',
    language: 'Language',
    theme: 'Appearance',
    id: 'Bahasa Indonesia',
    en: 'English',
    light: 'light',
    dark: 'dark',
    system: 'as on device',
    device: 'These choices hold on this device only.',
  },
} as const satisfies Shape<typeof id>
