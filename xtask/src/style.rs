//! The style in one file: `style/main.css` with what it imports in its place.
//!
//! Only `@import "./file.css";` is understood, which is all that one file per
//! component needs. A CSS parser would do more, and would double the time that
//! a newcomer waits for this command to compile; compressed, its output is a
//! few dozen bytes smaller than that of [`small`].

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Writes what `main` imports into `out`, made small or as people wrote it.
pub(crate) fn write(main: &Path, out: &Path, make_small: bool) -> Result<()> {
    let style = bundle(main, &mut Vec::new())?;
    let style = if make_small { small(&style) } else { style };
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(out, style).with_context(|| format!("cannot write {}", out.display()))
}

fn bundle(file: &Path, done: &mut Vec<PathBuf>) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    done.push(file.to_path_buf());
    let mut whole = String::new();
    for (number, line) in text.lines().enumerate() {
        let Some(import) = line.trim().strip_prefix("@import") else {
            whole.push_str(line);
            whole.push('\n');
            continue;
        };
        let place = || format!("{}, line {}", crate::repository::shown(file), number + 1);
        let Some(name) = imported(import) else {
            bail!("{}: found `{}`; write `@import \"./file.css\";`", place(), line.trim());
        };
        let part = file.with_file_name(name);
        if done.contains(&part) {
            bail!("{}: {name} is imported twice; leave one", place());
        }
        whole.push_str(&bundle(&part, done).with_context(place)?);
    }
    Ok(whole)
}

fn imported(rest: &str) -> Option<&str> {
    let name = rest.trim().strip_suffix(';')?.trim();
    let name = name.strip_prefix('"')?.strip_suffix('"')?;
    let name = name.strip_prefix("./").unwrap_or(name);
    (name.ends_with(".css") && !name.contains(['"', ':'])).then_some(name)
}

/// The same style without comments, and with no more space than it needs.
///
/// Strings and `url(...)` stay as they are. Space stays beside `+`, `-` and
/// `:`, where it can carry a meaning, but for that after a colon.
pub(crate) fn small(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => {
                space(&mut out);
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            '"' | '\'' => copy(&mut out, rest, quoted(rest, next)),
            'u' if rest.starts_with("url(") => copy(&mut out, rest, rest.find(')').map_or(rest.len(), |end| end + 1)),
            _ if next.is_whitespace() => {
                space(&mut out);
                next.len_utf8()
            }
            '{' | '}' | ';' | ',' => {
                close(&mut out, next);
                1
            }
            _ => copy(&mut out, rest, next.len_utf8()),
        };
        rest = &rest[length..];
    }
    out.truncate(out.trim_end().len());
    out
}

/// How long the string is that begins here, its quotes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if next == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn copy(out: &mut String, rest: &str, length: usize) -> usize {
    out.push_str(&rest[..length]);
    length
}

/// One space, if there is something before it that needs one.
fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':']) {
        out.push(' ');
    }
}

/// A mark that needs no space before it, and no semicolon if it ends a block.
fn close(out: &mut String, mark: char) {
    out.truncate(out.trim_end_matches(' ').len());
    if mark == '}' && out.ends_with(';') {
        out.pop();
    }
    out.push(mark);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_style_means_the_same() {
        let cases = [
            ("a {\n  color: red;\n  top: 0;\n}\n", "a{color:red;top:0}"),
            ("/* why */ a , b > c { x: y } /* end", "a,b > c{x:y}"),
            ("a :hover + b{width:calc(1px + 2px)}", "a :hover + b{width:calc(1px + 2px)}"),
            ("a::after{content:\" /* ; } \"}", "a::after{content:\" /* ; } \"}"),
            ("a{b:'\\' ;  ' ;}", "a{b:'\\' ;  '}"),
            ("a{b: url(data:x, y ;z) ;}", "a{b:url(data:x, y ;z)}"),
            ("@media ( min-width: 40rem ) {\n a { b: c; }\n}", "@media ( min-width:40rem ){a{b:c}}"),
        ];
        for (style, expected) in cases {
            assert_eq!(small(style), expected);
            assert_eq!(small(expected), expected, "twice is the same as once");
        }
    }

    #[test]
    fn imports_stand_in_their_order() {
        let folder = std::env::temp_dir().join(format!("waymark-style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let main = folder.join("main.css");
        fs::write(&main, "@layer a, b;\n@import \"./one.css\";\n@import \"two.css\";\nc{}\n").unwrap();
        fs::write(folder.join("one.css"), "a{}\n").unwrap();
        fs::write(folder.join("two.css"), "b{}").unwrap();
        let out = folder.join("out/all.css");
        write(&main, &out, false).unwrap();
        assert_eq!(fs::read_to_string(&out).unwrap(), "@layer a, b;\na{}\nb{}\nc{}\n");

        fs::write(&main, "@import url(one.css);").unwrap();
        let fault = write(&main, &out, false).unwrap_err().to_string();
        assert!(fault.contains("line 1") && fault.contains("write `@import"), "{fault}");
        fs::write(&main, "@import \"./one.css\";\n@import \"./one.css\";").unwrap();
        assert!(write(&main, &out, false).unwrap_err().to_string().contains("twice"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
