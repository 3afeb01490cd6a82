import type { consent as id } from '../id/consent.ts'
import type { Shape } from '../shape.ts'

export const consent = {
  title: 'Consent',
  lede: 'What may be done with the data of this actor, in its own words. Each stands on its own and can be withdrawn at any time, which takes effect at once. The figures of the overview still count it.',
  offline:
    'Consents need a signal, because they are in force at once. Record what was said as soon as there is one.',
  purpose: {
    display: {
      name: 'Shown in public',
      granted: 'Its name, sector, kelurahan and products are on the public page.',
      other: 'Not named on the public page.',
    },
    contact: {
      name: 'Contacted',
      granted: 'Its website is not shown yet: it has not consented to being shown in public.',
      displayed: 'Its website is shown on the public page.',
      other: 'Its website is for staff alone.',
    },
    recommendation: {
      name: 'Recommended as a partner',
      granted: 'May be recommended to other businesses.',
      other: 'Not recommended to other businesses.',
    },
    research: {
      name: 'Used in research by name',
      granted: 'Researchers read its name.',
      other: 'Researchers read a pseudonym.',
      displayed: 'Researchers read its name, for it consents to being shown in public.',
    },
  },
  state: {
    granted: 'Consented since {date}, {channel}',
    withdrawn: 'Withdrawn {date}, {channel}',
    none: 'Nothing said yet',
  },
  channel: {
    spoken: 'in person',
    written: 'by letter',
    form: 'on a form',
    telephone: 'by telephone',
    message: 'by message (WA)',
  },
  form: {
    grant: 'Record consent: {purpose}',
    withdraw: 'Withdraw consent: {purpose}',
    channel: 'Said',
    channelMissing: 'Choose how: it is the proof of the consent.',
    from: 'Date',
    dateMissing: 'Fill in the date.',
    dateInFuture: 'This date is after {today}.',
    dateBefore: 'The last word on this is of {date}.',
    save: 'Save',
    saveWithdraw: 'Withdraw now',
    saving: 'Saving …',
    cancel: 'Cancel',
    failed: 'Not saved yet. {why}',
    stale: 'This record has changed since you opened it. Look at what it says now, then try again.',
  },
  done: {
    granted: 'Consent “{purpose}” is recorded and in force.',
    withdrawn: 'Consent “{purpose}” is withdrawn and no longer in force.',
    undo: 'Undo',
    undone: 'Undone. The consent is as it was before.',
    undoRefused: 'It cannot be undone: there are later changes.',
  },
  history: {
    title: 'Everything said ({count})',
    granted: '{date}: consented, {purpose} ({channel})',
    withdrawn: '{date}: withdrew, {purpose} ({channel})',
  },
  cards: {
    title: 'Actors who consented to being shown',
    lede: 'Only actors who consented to their name being shown. The others are counted in the overview without being named.',
    search: 'Search by name',
    count: '{count, plural, one {# actor} other {# actors}}',
    none: 'No actor has consented to being shown yet.',
    noneFound: 'No name matches.',
    products: 'Products',
    offers: 'Offers',
    website: 'Website',
    signIn: 'Sign in to open the whole register',
  },
} as const satisfies Shape<typeof id>
