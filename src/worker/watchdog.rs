//! The watchdog: one request at a time, the latest next, and an end to what does not end.
//!
//! It only decides. Whoever holds the worker tells it what happened and does what it orders.

/// After so many seconds without an answer the reader is told and may stop the work.
const SLOW: u32 = 8;

/// After so many seconds the worker is taken for stalled.
const STALLED: u32 = 60;

/// After so many seconds without a sign of life a new worker is taken for dead.
const UNSTARTED: u32 = 20;

/// A worker that cannot be started so many times in a row is given up.
const ATTEMPTS: u32 = 3;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order<Job> {
    /// Wait.
    Wait,
    /// Send this to the worker.
    Send(Job),
    /// Tell the reader that it takes long.
    TellSlow,
    /// End the worker and start another; the request it was at is lost.
    Replace,
    /// No worker can be started: do what waits without one.
    GiveUp(Option<Job>),
}

/// Watches one worker. A `Job` is a request on its way.
#[derive(Debug)]
pub struct Watchdog<Job> {
    ready: bool,
    /// Seconds since the request was sent, while one is.
    busy: Option<u32>,
    next: Option<Job>,
    /// Seconds since the worker was started, while it is not ready.
    starting: u32,
    failures: u32,
}

impl<Job> Default for Watchdog<Job> {
    fn default() -> Self {
        Self { ready: false, busy: None, next: None, starting: 0, failures: 0 }
    }
}

impl<Job> Watchdog<Job> {
    /// There is something to do. It replaces whatever still waits: the latest wins. A worker that
    /// has been at older work for a second or more is not waited for.
    pub fn ask(&mut self, job: Job) -> Order<Job> {
        self.next = Some(job);
        match self.busy {
            Some(seconds) if seconds > 0 => self.replace(),
            _ => self.send(),
        }
    }

    /// The worker has started.
    pub fn ready(&mut self) -> Order<Job> {
        self.ready = true;
        self.send()
    }

    /// The worker has answered.
    pub fn answered(&mut self) -> Order<Job> {
        self.busy = None;
        self.failures = 0;
        self.send()
    }

    /// The worker has died.
    pub fn died(&mut self) -> Order<Job> {
        self.failures += 1;
        if self.failures >= ATTEMPTS && !self.ready {
            return Order::GiveUp(self.next.take());
        }
        self.replace()
    }

    /// The reader has had enough.
    pub fn stop(&mut self) -> Order<Job> {
        self.next = None;
        if self.busy.is_some() { self.replace() } else { Order::Wait }
    }

    /// A second has passed.
    pub fn tick(&mut self) -> Order<Job> {
        if !self.ready {
            self.starting += 1;
            return if self.starting == UNSTARTED { self.died() } else { Order::Wait };
        }
        let Some(seconds) = &mut self.busy else { return Order::Wait };
        *seconds += 1;
        match *seconds {
            SLOW => Order::TellSlow,
            STALLED => self.replace(),
            _ => Order::Wait,
        }
    }

    /// Whether a request is with the worker or waits for it.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.busy.is_some() || self.next.is_some()
    }

    /// Whether the worker is at the latest request, so that its end would lose it.
    #[must_use]
    pub fn loses_latest(&self) -> bool {
        self.busy.is_some() && self.next.is_none()
    }

    fn send(&mut self) -> Order<Job> {
        if !self.ready || self.busy.is_some() {
            return Order::Wait;
        }
        self.next.take().map_or(Order::Wait, |job| {
            self.busy = Some(0);
            Order::Send(job)
        })
    }

    fn replace(&mut self) -> Order<Job> {
        (self.ready, self.busy, self.starting) = (false, None, 0);
        Order::Replace
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sends_when_the_worker_is_ready_and_the_latest_wins() {
        let mut dog = Watchdog::default();
        assert_eq!(dog.ask(1), Order::Wait);
        assert_eq!(dog.ask(2), Order::Wait);
        assert_eq!(dog.ready(), Order::Send(2));
        assert_eq!(dog.ask(3), Order::Wait);
        assert_eq!(dog.ask(4), Order::Wait);
        assert_eq!(dog.answered(), Order::Send(4));
        assert_eq!(dog.answered(), Order::Wait);
        assert!(!dog.is_busy());
    }

    #[test]
    fn a_stalled_worker_is_announced_then_replaced() {
        let mut dog = Watchdog::default();
        dog.ready();
        dog.ask(1);
        let orders: Vec<_> = (1..=STALLED).map(|_| dog.tick()).collect();
        assert_eq!(orders[SLOW as usize - 1], Order::TellSlow);
        assert_eq!(orders.last(), Some(&Order::Replace));
        assert_eq!(orders.iter().filter(|o| **o == Order::Wait).count(), STALLED as usize - 2);
        assert_eq!(dog.ready(), Order::Wait, "the request that stalled it is not sent again");
    }

    #[test]
    fn long_work_gives_way_to_a_new_request() {
        let mut dog = Watchdog::default();
        dog.ready();
        dog.ask(1);
        dog.tick();
        assert_eq!(dog.ask(2), Order::Replace);
        assert_eq!(dog.ready(), Order::Send(2));
    }

    #[test]
    fn a_worker_that_never_starts_is_given_up() {
        let mut dog = Watchdog::default();
        dog.ask(1);
        assert_eq!(dog.died(), Order::Replace);
        assert_eq!(dog.died(), Order::Replace);
        assert_eq!(dog.died(), Order::GiveUp(Some(1)));

        let mut dog = Watchdog::default();
        dog.ask(1);
        let orders: Vec<_> = (1..=3 * UNSTARTED).map(|_| dog.tick()).collect();
        assert_eq!(orders.last(), Some(&Order::GiveUp(Some(1))));
    }

    #[test]
    fn the_reader_can_stop_it() {
        let mut dog = Watchdog::default();
        assert_eq!(dog.stop(), Order::<u8>::Wait);
        dog.ready();
        dog.ask(1);
        dog.ask(2);
        assert_eq!(dog.stop(), Order::Replace);
        assert!(!dog.is_busy());
    }
}
