//! The worker's end of the wire.

use crate::worker::{Reply, Request, answer};
use gloo_events::EventListener;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for requests for as long as the worker lives, and says so.
pub(super) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let here = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let reply = respond(data.as_ref(), &mut |progress| send(&here, progress));
        send(&here, &reply);
    })
    .forget();
    send(&scope, &Reply::Ready);
}

/// Answers one message: `[header, payload]`.
fn respond(data: Option<&JsValue>, tell: &mut dyn FnMut(&Reply)) -> Reply {
    let parts = data.and_then(|data| data.dyn_ref::<Array>());
    let header = parts.and_then(|parts| parts.get(0).dyn_into::<Uint8Array>().ok());
    let payload = parts.and_then(|parts| parts.get(1).dyn_into::<ArrayBuffer>().ok());
    let request = header.and_then(|header| Request::decode(&header.to_vec()));
    match (request, payload) {
        (Some(request), Some(payload)) => {
            answer(&request, &Uint8Array::new(&payload).to_vec(), tell)
        }
        // Page and worker are one module, so this is a fault of ours. It must not look like a
        // request that takes for ever: the page replaces a worker that ends with an error.
        _ => wasm_bindgen::throw_str("not a request"),
    }
}

fn send(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let bytes = Uint8Array::from(reply.encode().as_slice());
    // A buffer of our own can always be handed over.
    let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
}
