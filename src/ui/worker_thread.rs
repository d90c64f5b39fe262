//! The worker's end of the wire.

use super::readers;
use crate::worker::{Reply, Request, Stage, analyse, answer};
use gloo_events::EventListener;
use js_sys::WebAssembly::Module;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A request with its payload.
type Job = (Request, ArrayBuffer);

/// The worker.
struct Thread {
    scope: DedicatedWorkerGlobalScope,
    /// Whether the module of the readers has been started.
    has_readers: Cell<bool>,
    /// The request that waits for it.
    waiting: RefCell<Option<Job>>,
}

/// Listens for requests for as long as the worker lives, and says so.
pub(super) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let thread = Rc::new(Thread {
        scope: scope.clone(),
        has_readers: Cell::new(false),
        waiting: RefCell::default(),
    });
    let here = thread.clone();
    EventListener::new(&scope, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
        match data.dyn_into::<Module>() {
            Ok(module) => spawn_local(Thread::take_readers(here.clone(), module)),
            Err(data) => here.work(job(&data)),
        }
    })
    .forget();
    thread.send(&Reply::Ready);
}

/// The request in a message: `[header, payload]`.
fn job(data: &JsValue) -> Job {
    let parts = data.dyn_ref::<Array>();
    let header = parts.and_then(|parts| parts.get(0).dyn_into::<Uint8Array>().ok());
    let payload = parts.and_then(|parts| parts.get(1).dyn_into::<ArrayBuffer>().ok());
    let request = header.and_then(|header| Request::decode(&header.to_vec()));
    match request.zip(payload) {
        Some(job) => job,
        // Page and worker are one module, so this is a fault of ours. It must not look like a
        // request that takes for ever: the page replaces a worker that ends with an error.
        None => wasm_bindgen::throw_str("not a request"),
    }
}

impl Thread {
    /// Answers a request, or keeps it until the module that reads it is here.
    fn work(&self, job: Job) {
        self.waiting.take();
        let (request, payload) = &job;
        let reply = match readers::needed(request, payload) {
            None => answer(request, &Uint8Array::new(payload).to_vec(), &mut |r| self.send(r)),
            Some(_) if !self.has_readers.get() => {
                let revision = request.revision;
                self.waiting.replace(Some(job));
                Reply::NeedsReaders { revision }
            }
            Some(options) => {
                let revision = request.revision;
                self.send(&Reply::Progress { revision, stage: Stage::Parsing });
                match readers::read(payload, options) {
                    Ok(document) => analyse(revision, document, &mut |r| self.send(r)),
                    Err(trap) => wasm_bindgen::throw_val(trap),
                }
            }
        };
        self.send(&reply);
    }

    /// The module of the readers has come.
    async fn take_readers(self: Rc<Self>, module: Module) {
        if let Err(error) = readers::start(&module).await {
            wasm_bindgen::throw_val(error);
        }
        self.has_readers.set(true);
        let waiting = self.waiting.take();
        if let Some(job) = waiting {
            self.work(job);
        }
    }

    fn send(&self, reply: &Reply) {
        let bytes = Uint8Array::from(reply.encode().as_slice());
        // A buffer of our own can always be handed over.
        let _ = self.scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
    }
}
