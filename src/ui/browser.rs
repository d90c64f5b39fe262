//! What the page asks of the browser, each in one function. Whatever a browser may refuse is an
//! `Option` or a `bool`, and the caller has something to say to the reader.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Reflect, Uint8Array};
use serde::Serialize;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, Document, Element, Event, HtmlAnchorElement,
    HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition, Url, Worker,
};

/// A page in the background paints no frames: what waits for one is done after so many milliseconds.
const UNSEEN: u32 = 100;

/// The document of the page.
pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id.
pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// A new worker that runs this module, from the script that started the page.
pub(super) fn spawn_worker() -> Option<Worker> {
    ask_host("spawnWorker").ok()?.dyn_into().ok()
}

/// A compiled module by its name, from the script that started the page. It is fetched or unpacked
/// the first time, and again after that failed.
pub(super) async fn module(name: &str) -> Result<JsValue, JsValue> {
    let fetched: js_sys::Promise = ask_host(name)?.dyn_into()?;
    JsFuture::from(fetched).await
}

/// Calls a function that the script that started the page offers.
fn ask_host(function: &str) -> Result<JsValue, JsValue> {
    let host = Reflect::get(&js_sys::global(), &"hegaoHost".into())?;
    let function: js_sys::Function = Reflect::get(&host, &function.into())?.dyn_into()?;
    function.call0(&host)
}

/// The name of this version, as the build wrote it.
pub(super) fn version() -> String {
    let host = Reflect::get(&js_sys::global(), &"hegaoHost".into());
    host.and_then(|host| Reflect::get(&host, &"version".into()))
        .ok()
        .and_then(|version| version.as_string())
        .unwrap_or_default()
}

/// The bytes of a file; `None` if it cannot be read any more, or is a folder.
pub(super) async fn bytes(file: &Blob) -> Option<js_sys::ArrayBuffer> {
    JsFuture::from(file.array_buffer()).await.ok()?.dyn_into().ok()
}

/// The text in these bytes, which are UTF-8.
pub(super) fn text(bytes: &js_sys::ArrayBuffer) -> String {
    String::from_utf8_lossy(&Uint8Array::new(bytes).to_vec()).into_owned()
}

/// Text as the bytes of its UTF-8.
pub(super) fn utf8(text: &str) -> js_sys::ArrayBuffer {
    Uint8Array::from(text.as_bytes()).buffer()
}

/// Puts text on the clipboard. Without a secure context (plain http in an office network) there
/// is no clipboard to ask, and the old way is used: select it in a field, then `copy`.
pub(super) async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        let written = window.navigator().clipboard().write_text(text);
        if JsFuture::from(written).await.is_ok() {
            return true;
        }
    }
    copy_by_field(text).unwrap_or(false)
}

/// Puts a text on the clipboard as HTML and as plain text. The way every kernel knows, also without a
/// secure context: copy, and say what is copied.
pub(super) fn copy_rich(html: &str, text: &str) -> Option<bool> {
    let document = document()?;
    let (html, text) = (html.to_owned(), text.to_owned());
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "copy", options, move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data {
            let _ = data.set_data("text/html", &html);
            let _ = data.set_data("text/plain", &text);
            event.prevent_default();
        }
    });
    let copied = copy_command(&document);
    drop(listener);
    copied
}

/// This moment, to the second, as the files of word processors write it.
pub(super) fn now() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.split('.').next().map_or_else(String::new, |seconds| format!("{seconds}Z"))
}

fn copy_command(document: &Document) -> Option<bool> {
    let command = Reflect::get(document, &"execCommand".into()).ok()?;
    let command: js_sys::Function = command.dyn_into().ok()?;
    Some(command.call1(document, &"copy".into()).ok()?.is_truthy())
}

fn copy_by_field(text: &str) -> Option<bool> {
    let document = document()?;
    let body = document.body()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_class_name("visually-hidden");
    field.set_value(text);
    body.append_child(&field).ok()?;
    field.select();
    let copied = copy_command(&document)?;
    field.remove();
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
    Some(copied)
}

/// Lets the browser paint before something that takes long.
pub(super) async fn painted() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 30);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Saves text as a file.
pub(super) fn save(name: &str, text: &str, media_type: &str) -> Option<()> {
    save_part(name, &text.into(), media_type)
}

/// Saves bytes as a file.
pub(super) fn save_bytes(name: &str, bytes: &[u8], media_type: &str) -> Option<()> {
    save_part(name, &Uint8Array::from(bytes).into(), media_type)
}

fn save_part(name: &str, part: &JsValue, media_type: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(part);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has to have begun before its address goes.
    Timeout::new(30_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Opens the browser's own dialog for printing.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// As JSON, indented: somebody may look into the file.
pub(super) fn json(value: &impl Serialize) -> Option<String> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(
        &value,
        &JsValue::NULL,
        &JsValue::from_f64(2.0),
    );
    text.ok().map(String::from)
}

/// The index that `attribute` holds on what was clicked or on what it lies in: one listener for a
/// whole list, instead of one for each of its rows.
pub(super) fn index_clicked(event: &Event, attribute: &str) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest(&format!("[{attribute}]")).ok().flatten()?;
    row.get_attribute(attribute)?.parse().ok()
}

/// Brings an element to the middle of its pane, a heading to its top. At once: whoever goes through
/// sixty blanks does not want to be driven to each, and every frame of a glide is one more before
/// the next press is answered. The ring around it says where it is.
pub(super) fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    let heading = element.matches(".run-in, .p-heading, .p-heading *").unwrap_or(false);
    let place = if heading { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center };
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings an element just into its pane, if it is not there already.
pub(super) fn scroll_near(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives an element the focus and leaves the scrolling to [`scroll_to`].
pub(super) fn focus(element: &Element) {
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    let focus = Reflect::get(element, &"focus".into()).ok();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<js_sys::Function>().ok()) {
        let _ = focus.call1(element, &options);
    }
}

/// Gives the element with this id the focus once it is drawn: what is hidden takes none.
pub(super) fn focus_later(id: &'static str) {
    Timeout::new(0, move || {
        if let Some(target) = element(id) {
            focus(&target);
        }
    })
    .forget();
}

/// Does something once the next frame is painted; or soon, if the page is in the background and none
/// is.
pub(super) fn after_paint(then: impl FnOnce() + 'static) {
    let then = Rc::new(Cell::new(Some(Box::new(then) as Box<dyn FnOnce()>)));
    let run = move |then: &Cell<Option<Box<dyn FnOnce()>>>| {
        if let Some(then) = then.take() {
            then();
        }
    };
    let painted = then.clone();
    let frame = Closure::once_into_js(move || {
        Timeout::new(0, move || run(&painted)).forget();
    });
    let window = web_sys::window();
    let _ = window.map(|window| window.request_animation_frame(frame.unchecked_ref()));
    Timeout::new(UNSEEN, move || run(&then)).forget();
}

/// Whether no element has the focus, or one that is not drawn.
pub(super) fn nothing_focused() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|element| {
        element.tag_name() == "BODY" || element.get_bounding_client_rect().width() == 0.0
    })
}

/// Whether a modal dialog lies over the page.
pub(super) fn in_dialog() -> bool {
    let open = document().and_then(|page| page.query_selector("dialog[open]").ok()?);
    open.is_some()
}

/// Compares names as a Chinese reader sorts them: by pinyin.
pub(super) fn pinyin_order() -> impl Fn(&str, &str) -> std::cmp::Ordering {
    let locales = Array::of1(&"zh-CN".into());
    let compare = js_sys::Intl::Collator::new(&locales, &js_sys::Object::new()).compare();
    move |a: &str, b: &str| {
        let order = compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or_default();
        order.total_cmp(&0.0)
    }
}
