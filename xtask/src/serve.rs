//! `cargo xtask serve`: the page on this machine, built again whenever its sources change.
//!
//! A small HTTP server on the standard library: it knows only the files of the built site and one
//! address of its own, so there is no path to escape from. The open page keeps an event stream to
//! that address and reloads when the build it came from is no longer the newest. The script that
//! does so is added here, to the served page and its policy, and is never part of `dist/`.

use std::io::{BufRead as _, BufReader, Read as _, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::pack::{Packed, SiteFile};
use crate::project::Project;
use crate::watch::Watch;
use crate::{build, shell};

const DEFAULT_PORT: u16 = 8080;
/// How many ports after a taken one are tried.
const PORTS_TRIED: u16 = 100;
const EVENTS: &str = "build-events";
/// A comment this often finds the streams whose page has gone.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A request line or header longer than this is no browser's.
const MAX_HEAD_BYTES: u64 = 64 * 1024;

/// Reloads the page when the stream names another build than the first time. The stream connects
/// again by itself, so this also holds over a restart of the server.
const RELOAD_SCRIPT: &str = "(function () {
  var shown;
  new EventSource('build-events').onmessage = function (event) {
    if (shown && shown !== event.data) location.reload();
    shown = event.data;
  };
})();";

const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("webmanifest", "application/manifest+json"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("txt", "text/plain; charset=utf-8"),
];

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    let listener = listen(options.port)?;
    let mut watch = Watch::new(project);
    let site = Arc::new(Site { build: Mutex::new(make(project)?), changed: Condvar::new() });
    let address = format!("http://{}/", listener.local_addr()?);
    let served = Arc::clone(&site);
    thread::spawn(move || accept(&listener, &served));
    announce(&address, options.open);
    loop {
        let changed = watch.next_change();
        shell::step(&format!("{} changed", changed.display()));
        match make(project) {
            Ok(build) => {
                site.replace(build);
                shell::step(&format!("the open page reloads; serving on {address}"));
            }
            Err(error) => {
                shell::error(&error);
                shell::note("the last good build stays; waiting for the next change");
            }
        }
    }
}

struct Options {
    port: u16,
    open: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: DEFAULT_PORT, open: false };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--open" => options.open = true,
                "--port" => {
                    let port = arguments.next().context("`--port` needs a number")?;
                    options.port =
                        port.parse().with_context(|| format!("`{port}` is not a port"))?;
                }
                other => bail!("`serve` has no option `{other}`"),
            }
        }
        Ok(options)
    }
}

/// Listens on the first free port from `port` on.
fn listen(port: u16) -> Result<TcpListener> {
    for candidate in port..=port.saturating_add(PORTS_TRIED) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                shell::note(&format!("port {candidate} is taken, trying the next"));
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot listen on port {candidate}"));
            }
        }
    }
    bail!("no port from {port} on is free: name another with --port")
}

fn announce(address: &str, open: bool) {
    shell::step(&format!("serving on {address} (stop with Ctrl+C; sources are watched)"));
    if open && let Err(error) = open_browser(address) {
        shell::note(&format!("no browser opened by itself: {error}"));
    }
}

fn open_browser(address: &str) -> Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    shell::run(Command::new(program).args(arguments).arg(address))
}

/// One build as it is served.
struct Build {
    /// Names the build in the event stream.
    version: String,
    files: Vec<SiteFile>,
}

/// Builds, writes `dist/site/` as a host would get it, and adds the reloading for the page here.
fn make(project: &Project) -> Result<Build> {
    let packed = Packed::new(project, &build::page_unoptimised(project)?)?;
    packed.write_site(project)?;
    let index = packed.index_with(RELOAD_SCRIPT)?;
    // The hash of the page covers what the version does not: styles and the shell.
    let version = format!("{} {}", packed.version(), index.short_hash());
    let mut files = packed.site;
    files.retain(|file| file.name != index.name);
    files.push(index);
    Ok(Build { version, files })
}

/// The newest build, and a bell for the streams that wait for the next.
struct Site {
    build: Mutex<Build>,
    changed: Condvar,
}

impl Site {
    fn replace(&self, build: Build) {
        *self.lock() = build;
        self.changed.notify_all();
    }

    /// A thread that panicked while it held the lock has only read.
    fn lock(&self) -> std::sync::MutexGuard<'_, Build> {
        self.build.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn accept(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(site);
        // A reader that hangs up early is no news.
        thread::spawn(move || drop(answer(&stream, &site)));
    }
}

/// What of a request matters here.
struct Request {
    method: String,
    path: String,
    accepted_encodings: String,
}

/// Answers the requests of one connection, one after the other.
fn answer(mut stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        if request.path == format!("/{EVENTS}") {
            return send_events(stream, site);
        }
        let response = respond(&request, &site.lock().files);
        stream.write_all(&response)?;
    }
    Ok(())
}

fn read_request(reader: &mut BufReader<&TcpStream>) -> std::io::Result<Option<Request>> {
    let mut head = reader.take(MAX_HEAD_BYTES);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    let mut request =
        Request { method: method.to_owned(), path, accepted_encodings: String::new() };
    loop {
        let mut header = String::new();
        head.read_line(&mut header)?;
        let Some((name, value)) = header.split_once(':') else { return Ok(Some(request)) };
        if name.eq_ignore_ascii_case("accept-encoding") {
            value.trim().clone_into(&mut request.accepted_encodings);
        }
    }
}

/// The whole answer to a request for a file.
fn respond(request: &Request, files: &[SiteFile]) -> Vec<u8> {
    let name = match request.path.as_str() {
        "/" => "index.html",
        path => path.trim_start_matches('/'),
    };
    let is_head = request.method == "HEAD";
    if !is_head && request.method != "GET" {
        return response("405 Method Not Allowed", &[("Allow", "GET, HEAD")], b"", false);
    }
    let Some(file) = files.iter().find(|file| file.name == name) else {
        let text = "404: 这里没有这个文件\n".as_bytes();
        return response(
            "404 Not Found",
            &[("Content-Type", content_type("a.txt"))],
            text,
            is_head,
        );
    };
    let (encoding, body) = encoded(file, &request.accepted_encodings);
    let mut headers = vec![
        ("Content-Type", content_type(name)),
        ("Vary", "Accept-Encoding"),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding)));
    response("200 OK", &headers, body, is_head)
}

fn response(status: &str, headers: &[(&str, &str)], body: &[u8], is_head: bool) -> Vec<u8> {
    let mut head = vec![format!("HTTP/1.1 {status}"), format!("Content-Length: {}", body.len())];
    head.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
    let mut bytes = (head.join("\r\n") + "\r\n\r\n").into_bytes();
    bytes.extend_from_slice(if is_head { b"" } else { body });
    bytes
}

/// The smallest form of the file that the browser takes.
fn encoded<'file>(file: &'file SiteFile, accepted: &str) -> (Option<&'static str>, &'file [u8]) {
    let accepts = |wanted| {
        accepted.split(',').any(|part| {
            let mut words = part.split(';').map(str::trim);
            words.next() == Some(wanted) && !words.any(|weight| weight == "q=0")
        })
    };
    if accepts("br") {
        (Some("br"), &file.brotli)
    } else if accepts("gzip") {
        (Some("gzip"), &file.gzip)
    } else {
        (None, &file.raw)
    }
}

fn content_type(name: &str) -> &'static str {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |row| row.1)
}

/// Tells the page which build is the newest, now and whenever that changes, until it hangs up.
fn send_events(mut stream: impl Write, site: &Site) -> std::io::Result<()> {
    stream.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n",
    )?;
    let mut told = String::new();
    loop {
        let version = site.lock().version.clone();
        if version == told {
            stream.write_all(b":\n\n")?;
        } else {
            stream.write_all(format!("data: {version}\n\n").as_bytes())?;
            told.clone_from(&version);
        }
        let waited =
            site.changed.wait_timeout_while(site.lock(), HEARTBEAT, |build| build.version == told);
        drop(waited);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(method: &str, path: &str, accepted_encodings: &str) -> String {
        let file = SiteFile {
            name: "index.html".to_owned(),
            first: true,
            raw: b"raw".to_vec(),
            gzip: b"gzip".to_vec(),
            brotli: b"brotli".to_vec(),
        };
        let request = Request {
            method: method.to_owned(),
            path: path.to_owned(),
            accepted_encodings: accepted_encodings.to_owned(),
        };
        String::from_utf8(respond(&request, &[file])).unwrap()
    }

    #[track_caller]
    fn check(encodings: &str, body: &str) {
        assert!(ask("GET", "/", encodings).ends_with(&format!("\r\n\r\n{body}")), "{encodings}");
    }

    #[test]
    fn a_file_is_sent_in_the_smallest_form_the_browser_takes() {
        check("gzip, deflate, br, zstd", "brotli");
        check("gzip;q=1.0, br;q=0", "gzip");
        check("deflate", "raw");
        check("", "raw");
    }

    #[test]
    fn only_the_files_of_the_site_are_sent() {
        assert!(ask("GET", "/index.html", "").starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(ask("GET", "/../Cargo.toml", "").starts_with("HTTP/1.1 404 "));
        assert!(ask("POST", "/", "").starts_with("HTTP/1.1 405 "));
        assert!(ask("HEAD", "/", "").ends_with("\r\n\r\n"));
    }

    #[test]
    fn the_type_of_every_file_is_named() {
        assert_eq!(content_type("hegao-12.wasm"), "application/wasm");
        assert_eq!(content_type("what"), "application/octet-stream");
    }

    #[test]
    fn the_reload_script_asks_the_address_that_is_served() {
        assert!(RELOAD_SCRIPT.contains(&format!("'{EVENTS}'")));
    }
}
