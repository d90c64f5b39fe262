//! The page's end of the wire to the worker: sends, listens, and obeys the watchdog.

use super::state::{Action, Origin, Shared};
use super::{browser, copy, readers};
use crate::analysis::Session;
use crate::document::Document;
use crate::draft::{Draft, Marks};
use crate::view::Desk;
use crate::worker::{Order, Reply, Request, Stage, Watchdog, Work, analyse, answer};
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::platform::spawn_local;
use yew::{AttrValue, Callback};

/// A request on its way, with its payload.
#[derive(Debug)]
struct Job {
    request: Request,
    payload: ArrayBuffer,
}

/// A worker with the listeners on it; dropping it ends the worker.
struct Link {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The analysis behind the page. All clones are the same one.
#[derive(Clone)]
pub(super) struct Background(Rc<Inner>);

struct Inner {
    watchdog: RefCell<Watchdog<Job>>,
    link: RefCell<Option<Link>>,
    clock: RefCell<Option<Interval>>,
    /// The latest request: its revision and where its input came from.
    latest: Cell<(u32, Origin)>,
    /// Whether it waits for the module of the readers.
    fetching: Cell<bool>,
    /// What belongs on the document that was asked for latest.
    marks: RefCell<Marks>,
    /// Whether no worker can be had, so that the page has to analyse for itself.
    alone: Cell<bool>,
    dispatch: Callback<Action>,
}

impl PartialEq for Background {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Background {
    /// Starts a worker; what it finds goes to `dispatch`.
    pub(super) fn start(dispatch: Callback<Action>) -> Self {
        let background = Self(Rc::new(Inner {
            watchdog: RefCell::default(),
            link: RefCell::default(),
            clock: RefCell::default(),
            latest: Cell::new((0, Origin::Pasted)),
            fetching: Cell::new(false),
            marks: RefCell::default(),
            alone: Cell::new(false),
            dispatch,
        }));
        background.spawn();
        background
    }

    /// Goes on with a document that was saved, with these marks on it.
    pub(super) fn resume(&self, document: &Document, marks: Marks) {
        let payload = postcard::to_allocvec(document).unwrap_or_default();
        let name = document.source.name.clone().map(AttrValue::from);
        let payload = Uint8Array::from(payload.as_slice()).buffer();
        self.ask(Work::Resume, payload, Origin::Project, name);
        self.0.marks.replace(marks);
    }

    /// Asks for the analysis of `payload`.
    pub(super) fn ask(
        &self,
        work: Work,
        payload: ArrayBuffer,
        origin: Origin,
        name: Option<AttrValue>,
    ) {
        let revision = self.begin(origin, name);
        self.go_on(revision, work, payload);
    }

    /// Something is going to be asked for, whose bytes are still to come. What was asked for before
    /// is not waited for any more.
    pub(super) fn begin(&self, origin: Origin, name: Option<AttrValue>) -> u32 {
        let revision = self.supersede(origin);
        self.0.dispatch.emit(Action::Asked(name));
        revision
    }

    /// The bytes of what was begun are here; `false` if something newer was begun meanwhile, or the
    /// reader has had enough.
    pub(super) fn is_latest(&self, revision: u32) -> bool {
        revision == self.0.latest.get().0
    }

    /// Asks for the analysis of what was begun.
    pub(super) fn go_on(&self, revision: u32, work: Work, payload: ArrayBuffer) {
        let job = Job { request: Request { revision, work }, payload };
        if self.0.alone.get() {
            self.answer_here(job);
            return;
        }
        let order = self.0.watchdog.borrow_mut().ask(job);
        self.obey(order);
        self.watch();
    }

    /// Ends the work that is under way.
    pub(super) fn stop(&self) {
        self.supersede(self.0.latest.get().1);
        let order = self.0.watchdog.borrow_mut().stop();
        self.0.dispatch.emit(Action::Lost(copy::STOPPED.into()));
        self.obey(order);
    }

    /// From here on no answer to an older request is looked at.
    fn supersede(&self, origin: Origin) -> u32 {
        let revision = self.0.latest.get().0.wrapping_add(1);
        self.0.latest.set((revision, origin));
        self.0.marks.take();
        if self.0.fetching.replace(false) {
            // The worker is at nothing: it only keeps the request, until the module or another comes.
            let order = self.0.watchdog.borrow_mut().answered();
            self.obey(order);
        }
        revision
    }

    fn obey(&self, order: Order<Job>) {
        match order {
            Order::Wait => {}
            Order::Send(job) => self.send(&job),
            Order::TellSlow => self.0.dispatch.emit(Action::Slow),
            Order::Replace => self.spawn(),
            Order::GiveUp(job) => {
                self.0.alone.set(true);
                self.0.link.take();
                if let Some(job) = job {
                    self.answer_here(job);
                }
            }
        }
    }

    fn spawn(&self) {
        self.0.link.take();
        let Some(worker) = browser::spawn_worker() else {
            self.died();
            return;
        };
        let (here, there, gone) = (self.clone(), self.clone(), self.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    here.hear(event);
                }
            }),
            EventListener::new(&worker, "error", move |_| there.died()),
            EventListener::new(&worker, "messageerror", move |_| gone.died()),
        ];
        self.0.link.replace(Some(Link { worker, _listeners: listeners }));
    }

    fn send(&self, job: &Job) {
        let header = Uint8Array::from(job.request.encode().as_slice());
        let message = Array::of2(&header, &job.payload);
        let transfer = Array::of1(&job.payload);
        let link = self.0.link.borrow();
        let sent = link.as_ref().map(|l| l.worker.post_message_with_transfer(&message, &transfer));
        drop(link);
        if !matches!(sent, Some(Ok(()))) {
            self.died();
        }
    }

    fn hear(&self, event: &MessageEvent) {
        let bytes = event.data().dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
        match bytes.ok().and_then(|bytes| Reply::decode(&bytes)) {
            Some(Reply::Ready) => {
                let order = self.0.watchdog.borrow_mut().ready();
                self.obey(order);
            }
            Some(Reply::Progress { revision, stage }) => {
                if self.is_latest(revision) {
                    self.0.dispatch.emit(Action::Progress(stage));
                }
            }
            Some(Reply::NeedsReaders { revision }) => {
                let here = self.clone();
                spawn_local(async move { here.bring_readers(revision).await });
            }
            Some(reply @ Reply::Answer { .. }) => {
                let order = self.0.watchdog.borrow_mut().answered();
                self.deliver(reply);
                self.obey(order);
            }
            None => self.died(),
        }
    }

    /// Fetches the module of the readers, which the worker needs for this request. Its clock goes on
    /// running: what takes a minute is given up, wherever it hangs.
    async fn bring_readers(self, revision: u32) {
        let Some(fetched) = self.fetch_readers(revision).await else { return };
        let link = self.0.link.borrow();
        let posted = fetched.and_then(|module| {
            link.as_ref().map_or(Ok(()), |link| link.worker.post_message(&module))
        });
        drop(link);
        if posted.is_err() {
            self.0.dispatch.emit(Action::Lost(copy::NO_READERS.into()));
            let order = self.0.watchdog.borrow_mut().answered();
            self.obey(order);
        }
    }

    /// The module of the readers, or why it cannot be had; `None` if it is not waited for any more.
    async fn fetch_readers(&self, revision: u32) -> Option<Result<JsValue, JsValue>> {
        if !self.is_latest(revision) {
            return None;
        }
        self.0.fetching.set(true);
        self.0.dispatch.emit(Action::Progress(Stage::Fetching));
        let fetched = browser::module("readers").await;
        self.is_latest(revision).then(|| {
            self.0.fetching.set(false);
            fetched
        })
    }

    /// Shows an answer, unless something newer was asked for meanwhile.
    fn deliver(&self, reply: Reply) {
        let (latest, origin) = self.0.latest.get();
        let Reply::Answer { revision, outcome } = reply else { return };
        if revision != latest {
            return;
        }
        self.0.dispatch.emit(match outcome {
            Ok(reading) => {
                let session = Session::from_facts(reading.document, reading.facts);
                let marks = self.0.marks.take();
                let desk = Desk::new(Draft::with_marks(Rc::new(session), marks));
                Action::Arrived(Shared::new(desk), origin)
            }
            Err(error) => Action::Refused(error),
        });
    }

    fn died(&self) {
        let lost = self.0.watchdog.borrow().loses_latest();
        let order = self.0.watchdog.borrow_mut().died();
        if lost {
            self.0.dispatch.emit(Action::Lost(copy::CRASHED.into()));
        }
        self.obey(order);
    }

    /// Answers without a worker.
    fn answer_here(&self, job: Job) {
        let Some(options) = readers::needed(&job.request, &job.payload).cloned() else {
            let payload = Uint8Array::new(&job.payload).to_vec();
            self.deliver(answer(&job.request, &payload, &mut |_| {}));
            return;
        };
        let here = self.clone();
        spawn_local(async move {
            let revision = job.request.revision;
            let module = match here.fetch_readers(revision).await {
                None => return,
                Some(Ok(module)) => readers::start(&module).await.is_ok(),
                Some(Err(_)) => false,
            };
            let read = module.then(|| readers::read(&job.payload, &options));
            match read {
                Some(Ok(document)) => here.deliver(analyse(revision, document, &mut |_| {})),
                Some(Err(_)) => here.0.dispatch.emit(Action::Lost(copy::CRASHED.into())),
                None => here.0.dispatch.emit(Action::Lost(copy::NO_READERS.into())),
            }
        });
    }

    /// Looks every second while something is under way.
    fn watch(&self) {
        let here = self.clone();
        let clock = Interval::new(1000, move || {
            let lost = here.0.watchdog.borrow().loses_latest();
            let order = here.0.watchdog.borrow_mut().tick();
            if lost && matches!(order, Order::Replace) {
                let fetching = here.0.fetching.replace(false);
                let why = if fetching { copy::NO_READERS } else { copy::STALLED };
                here.0.dispatch.emit(Action::Lost(why.into()));
            }
            here.obey(order);
            if !here.0.watchdog.borrow().is_busy() {
                // Not here and now: a clock cannot be dropped while it strikes.
                let stopped = here.clone();
                gloo_timers::callback::Timeout::new(0, move || {
                    if !stopped.0.watchdog.borrow().is_busy() {
                        stopped.0.clock.take();
                    }
                })
                .forget();
            }
        });
        self.0.clock.replace(Some(clock));
    }
}
