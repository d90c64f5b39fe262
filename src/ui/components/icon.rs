use yew::prelude::*;

/// A sheet with lines, one of them circled by an editor.
pub(super) fn logo() -> Html {
    html! {
        <svg class="logo-sign" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="26" height="26" rx="6" />
            <path d="M8 9h12M8 14h12M8 19h6" />
            <circle cx="19" cy="19" r="2.6" />
        </svg>
    }
}

/// An arrow into a tray: open.
pub(super) fn open_sign() -> Html {
    html! {
        <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M12 3v11M7.5 9.5 12 14l4.5-4.5M4 15v4a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-4" />
        </svg>
    }
}
