//! Made-up words of people, and questions that use them.

use directory::record::{Named, WordsRecord};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn named(lists: &[(&str, &[&str])]) -> Named<Vec<String>> {
    Named(lists.iter().map(|(name, list)| ((*name).to_owned(), texts(list))).collect())
}

/// Sayings of every kind, with every sign; and some that no check would pass.
pub fn words() -> WordsRecord {
    let misspelt =
        [("scool", "school"), ("a lot", "much"), ("kms", "kill myself"), ("loop", "loop"), ("", "x"), ("y", "")];
    WordsRecord {
        needs: named(&[
            ("sleep", &["tired", "never ... sleeps", "@child ... wont ... sleep ... well"]),
            ("anxiety", &["worry", "panic attack", "^ scared $", "school worry"]),
            ("self-harm", &["cutting", "took ... tablets"]),
            ("suicide", &["kill myself", "end it"]),
            ("general", &["camhs", "school counsellor"]),
            ("dragons", &["fire"]),
        ]),
        faint: named(&[("school-stress", &["school"])]),
        emergency: texts(&["took ... tablets", "not breathing"]),
        a: texts(&["ran away", "@parent @hit me"]),
        b: texts(&["cant cope"]),
        with_eating: texts(&["fainting"]),
        harmless: texts(&["end it there", "cutting grass", "..."]),
        people: named(&[("child", &["son", "daughter"]), ("parent", &["mum", "dad"]), ("hit", &["hit", "hits"])]),
        ages: named(&[("secondary,post-16", &["teenager"]), ("reception", &["reception"]), ("old", &["elder"])]),
        formats: named(&[("online", &["online"]), ("text-chat", &["by text"])]),
        cost: named(&[("free", &["free"])]),
        kinds: named(&[("helpline", &["helpline"])]),
        access: named(&[("gp", &["through my gp"])]),
        thrive: named(&[("getting-risk-support", &["risk support"])]),
        places: named(&[("havering", &["romford"]), ("elsewhere", &["leeds"]), ("atlantis", &["atlantis"])]),
        who: named(&[("staff", &["pupil"]), ("parent", &["my son"])]),
        misspelt: Named(misspelt.map(|(wrong, right)| (wrong.to_owned(), right.to_owned())).to_vec()),
        small: texts(&["a", "the", "my", "is", "and", "at"]),
        ordinary: texts(&["hitching", "tiled"]),
    }
}

/// Words that mean something, mistyped, half typed, and others; with numbers.
pub fn talk() -> impl Strategy<Value = String> {
    let word = select(vec![
        "tired",
        "tird",
        "never",
        "sleeps",
        "wont",
        "son",
        "well",
        "worry",
        "worries",
        "panic",
        "attack",
        "scared",
        "school",
        "scool",
        "counsellor",
        "cutting",
        "grass",
        "took",
        "some",
        "tablets",
        "kill",
        "myself",
        "end",
        "it",
        "there",
        "camhs",
        "ran",
        "away",
        "mum",
        "hits",
        "me",
        "cant",
        "cope",
        "fainting",
        "teenager",
        "reception",
        "online",
        "by",
        "text",
        "free",
        "romford",
        "Kent",
        "pupil",
        "my",
        "the",
        "is",
        "9",
        "year",
        "6",
        "months",
        "old",
        "yo",
        "and",
        "self-harm",
        "Self",
        "harm",
        "selfharm",
        "Zoë's",
        "cafe",
        "a",
        "lot",
        "kms",
        "tiled",
        "anx",
        "&",
        "hurt?!",
        "…",
        "@parent",
        "^",
    ]);
    vec(word, 0..14).prop_map(|words| words.join(" "))
}

/// Anything that can be typed or pasted.
pub fn typed() -> impl Strategy<Value = String> {
    let letters = vec(any::<char>(), 0..60).prop_map(|letters| letters.into_iter().collect::<String>());
    let mixed = (talk(), any::<String>(), talk()).prop_map(|(one, two, three)| [one, two, three].join(" "));
    prop_oneof![6 => talk(), 2 => any::<String>(), 1 => letters, 1 => mixed]
}
