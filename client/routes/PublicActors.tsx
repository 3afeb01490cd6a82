import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { CardList } from '#client/features/consent/CardList.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { ConsentWords } from './ConsentWords.ts'

/** The register where nobody is signed in: the cards of those who consented to being shown. */
export function PublicActors() {
  return (
    <ConsentWords waiting={null}>
      <Cards />
    </ConsentWords>
  )
}

function Cards() {
  const t = useTranslations('consent.cards')
  return (
    <CardList
      signIn={
        <Link to="/masuk" search={{ ke: '/pelaku' }} className={buttonClass('outline')}>
          {t('signIn')}
        </Link>
      }
    />
  )
}
