import { Component, type ReactNode, Suspense } from 'react'

interface LazyPartProps {
  children: ReactNode
  /** While the part is on its way. */
  waiting?: ReactNode
  /** When it cannot be fetched, such as without a connection: the rest of the page stays. */
  failed?: ReactNode
}

/** Around a part with a chunk of its own. */
export class LazyPart extends Component<LazyPartProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    const { children, waiting = null, failed = null } = this.props
    return this.state.failed ? failed : <Suspense fallback={waiting}>{children}</Suspense>
  }
}
