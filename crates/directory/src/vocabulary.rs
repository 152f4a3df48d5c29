//! The words of the field, as closed sets.
//!
//! Sources: the THRIVE Framework (Wolpert et al., 2019, Anna Freud and the
//! Tavistock and Portman); the needs follow the Current View tool and Mentally
//! Healthy Schools. Slugs never change; labels are defaults.

mod quiet;

use crate::closed::{Choices, closed_set};

closed_set! {
    /// What a family or a school is worried about.
    Need {
        Anxiety: "anxiety", "Worry and anxiety";
        LowMood: "low-mood", "Low mood and depression";
        AngerBehaviour: "anger-behaviour", "Anger and challenging behaviour";
        SelfEsteem: "self-esteem", "Confidence, self-esteem and body image";
        Friendships: "friendships", "Friendships and loneliness";
        Sleep: "sleep", "Sleep";
        Ocd: "ocd", "OCD, habits and tics";
        Eating: "eating", "Eating problems";
        SelfHarm: "self-harm", "Self-harm";
        Suicide: "suicide", "Suicidal thoughts";
        Psychosis: "psychosis", "Hearing voices or seeing things";
        Trauma: "trauma", "Trauma and upsetting events";
        Bereavement: "bereavement", "Grief and loss";
        SchoolAvoidance: "school-avoidance", "Struggling to go to school";
        SchoolStress: "school-stress", "School stress, exams and moving school";
        Bullying: "bullying", "Bullying";
        Family: "family", "Family problems and separation";
        AbuseSafety: "abuse-safety", "Abuse, violence or not feeling safe";
        ParentWellbeing: "parent-wellbeing", "Support for parents and carers themselves";
        YoungCarers: "young-carers", "Young carers";
        CareExperienced: "care-experienced", "Children in care, adopted or leaving care";
        Autism: "autism", "Autism";
        Adhd: "adhd", "ADHD and attention";
        Send: "send", "Learning disability, SEND and speech";
        Identity: "identity", "Identity and belonging (LGBTQ+, gender, race, culture, faith)";
        Online: "online", "Phones, social media and gaming";
        Substances: "substances", "Drugs, alcohol, smoking and vaping";
        BabiesToddlers: "babies-toddlers", "Babies and toddlers: bonding, feelings and behaviour";
        General: "general", "Any worry";
        WholeSchool: "whole-school", "Whole-school approach and leading mental health";
        StaffWellbeing: "staff-wellbeing", "Looking after staff";
    }
}

impl Need {
    /// The 28 needs that families see.
    pub fn for_families() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|need| need.is_for_families())
    }

    /// The needs that school staff see: the 28, and two of their own.
    pub fn for_staff() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|need| *need != Self::General)
    }

    /// Whether families see it: not the hidden one, nor the staff's own two.
    pub fn is_for_families(self) -> bool {
        !matches!(self, Self::General | Self::WholeSchool | Self::StaffWellbeing)
    }

    /// Whether choosing it pins the crisis block.
    pub fn is_crisis_sensitive(self) -> bool {
        Self::crisis_sensitive().contains(self)
    }

    /// The needs that pin the crisis block wherever they are chosen.
    pub fn crisis_sensitive() -> Choices<Self> {
        [Self::SelfHarm, Self::Suicide, Self::Psychosis, Self::AbuseSafety].into_iter().collect()
    }
}

closed_set! {
    /// The needs-based groupings of the THRIVE Framework: not a ladder of
    /// severity, not tiers. The label is the staff's own name for it.
    Thrive {
        Thriving: "thriving", "Thriving";
        Advice: "getting-advice", "Getting advice and signposting";
        Help: "getting-help", "Getting help";
        MoreHelp: "getting-more-help", "Getting more help";
        RiskSupport: "getting-risk-support", "Getting risk support";
    }
}

impl Thrive {
    /// The words for parents and carers.
    pub fn plain(self) -> &'static str {
        match self {
            Self::Thriving => "Staying well",
            Self::Advice => "Advice and information",
            Self::Help => "Short-term support",
            Self::MoreHelp => "Specialist or longer support",
            Self::RiskSupport => "Help to stay safe",
        }
    }

    /// One line for parents and carers.
    pub fn line(self) -> &'static str {
        match self {
            Self::Thriving => "Activities and ideas that help children feel good and cope with ups and downs",
            Self::Advice => "Someone to talk to, a helpline, a website or a one-off chat",
            Self::Help => "A set number of sessions with clear aims, one to one or in a group",
            Self::MoreHelp => "Help from a specialist team, usually after a referral",
            Self::RiskSupport => {
                "Extra support when a child is at risk and other help has not worked or cannot be used yet"
            }
        }
    }
}

closed_set! {
    /// Whom an entry speaks to.
    Audience {
        Parent: "parent", "Parents and carers";
        YoungPerson: "young-person", "Young people";
        Staff: "staff", "School staff";
    }
}

closed_set! {
    /// What kind of thing an entry is.
    Kind {
        Helpline: "helpline", "Helpline";
        Service: "service", "Service";
        Digital: "digital", "App or website";
        Training: "training", "Training";
        Resource: "resource", "Something to read or use";
        Funding: "funding", "Funding";
        Contact: "contact", "Contact";
    }
}

impl Kind {
    /// Whether it is help that one asks for and may wait for; a course, a
    /// document and a grant are not.
    pub fn is_help(self) -> bool {
        !matches!(self, Self::Training | Self::Resource | Self::Funding)
    }
}

closed_set! {
    /// Who can ask for a service.
    Asker {
        YoungPerson: "young-person", "A young person can ask";
        Parent: "parent", "A parent or carer can ask";
        School: "school", "School asks";
        Gp: "gp", "A GP asks";
        Professional: "professional", "Any professional asks";
        TurnUp: "turn-up", "Just turn up";
        Known: "known", "Already with the service";
    }
}

closed_set! {
    /// How to get in touch.
    Way {
        Phone: "phone", "Phone";
        Text: "text", "Text";
        Chat: "chat", "Web chat";
        Email: "email", "E-mail";
        Form: "form", "Online form";
        WalkIn: "walk-in", "Walk in";
        School: "school", "Through school";
    }
}

closed_set! {
    /// What the help is like.
    Format {
        OneToOne: "one-to-one", "One to one";
        Group: "group", "Group";
        Course: "course", "Course or workshop";
        DropIn: "drop-in", "Drop-in";
        Phone: "phone", "Phone";
        Chat: "text-chat", "Text or chat";
        Video: "video", "Video";
        Online: "online", "App or website";
        School: "school", "At school";
        Home: "home", "At home";
    }
}

closed_set! {
    /// What it costs whoever uses it.
    CostKind {
        Free: "free", "Free";
        FreeToSchools: "free-to-schools", "Free to schools";
        Donation: "donation", "By donation";
        Paid: "paid", "Paid";
        SchoolPackage: "school-package", "Part of a school package";
    }
}

closed_set! {
    /// A role that a member of school staff holds; one person may hold several.
    Role {
        ClassTeacher: "class-teacher", "Class teacher";
        TeachingAssistant: "teaching-assistant", "Teaching assistant or ELSA";
        Senco: "senco", "SENCO";
        Dsl: "dsl", "Designated safeguarding lead (DSL)";
        MentalHealthLead: "mental-health-lead", "Senior mental health lead";
        PastoralLead: "pastoral-lead", "Pastoral lead";
        SchoolNurse: "school-nurse", "School nurse";
        SeniorLeader: "senior-leader", "Headteacher or senior leader";
        Governor: "governor", "Governor";
        AllStaff: "all-staff", "All staff";
    }
}

closed_set! {
    /// A phase of education: of a school, of a course for its staff, of
    /// something to teach with.
    Phase {
        EarlyYears: "early-years", "Early years";
        Primary: "primary", "Primary";
        Secondary: "secondary", "Secondary";
        Post16: "post-16", "Sixth form or college";
    }
}

closed_set! {
    /// Who counts as local: any one of those given.
    LocalRule {
        LivesHere: "lives-here", "lives here";
        SchoolHere: "school-here", "goes to school here";
        GpHere: "gp-here", "has a GP here";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closed::Closed;

    fn check<T: Closed + std::fmt::Debug>(count: usize) {
        assert_eq!(T::all().len(), count);
        for (place, one) in T::all().iter().enumerate() {
            assert_eq!(one.index(), place);
            assert_eq!(T::from_slug(one.slug()), Some(*one));
        }
    }

    #[test]
    fn every_slug_leads_back_to_its_word() {
        check::<Need>(31);
        check::<Thrive>(5);
        check::<Audience>(3);
        check::<Kind>(7);
        check::<Asker>(7);
        check::<Way>(7);
        check::<Format>(10);
        check::<CostKind>(5);
        check::<Role>(10);
        check::<Phase>(4);
        check::<LocalRule>(3);
    }

    #[test]
    fn families_choose_from_twenty_eight_needs_and_staff_from_thirty() {
        assert_eq!(Need::for_families().count(), 28);
        assert_eq!(Need::for_staff().count(), 30);
    }
}
