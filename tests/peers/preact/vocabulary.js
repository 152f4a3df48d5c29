// What people choose from, with the words that they see.
export const LABELS = {
  age: {
    "early-years": "Under 5", primary: "Primary school, about 5 to 11", secondary: "Secondary school, about 11 to 16",
    "post-16": "16 to 18, sixth form or college", "young-adult": "18 to 25",
  },
  need: {
    anxiety: "Worry and anxiety", "low-mood": "Low mood and depression",
    "anger-behaviour": "Anger and challenging behaviour", "self-esteem": "Confidence, self-esteem and body image",
    friendships: "Friendships and loneliness", sleep: "Sleep", ocd: "OCD, habits and tics", eating: "Eating problems",
    "self-harm": "Self-harm", suicide: "Suicidal thoughts", psychosis: "Hearing voices or seeing things",
    trauma: "Trauma and upsetting events", bereavement: "Grief and loss",
    "school-avoidance": "Struggling to go to school", "school-stress": "School stress, exams and moving school",
    bullying: "Bullying", family: "Family problems and separation",
    "abuse-safety": "Abuse, violence or not feeling safe",
    "parent-wellbeing": "Support for parents and carers themselves", "young-carers": "Young carers",
    "care-experienced": "Children in care, adopted or leaving care", autism: "Autism", adhd: "ADHD and attention",
    send: "Learning disability, SEND and speech",
    identity: "Identity and belonging (LGBTQ+, gender, race, culture, faith)",
    online: "Phones, social media and gaming",
    substances: "Drugs, alcohol, smoking and vaping",
    "babies-toddlers": "Babies and toddlers: bonding, feelings and behaviour",
  },
  thrive: {
    thriving: "Staying well", "getting-advice": "Advice and information", "getting-help": "Short-term support",
    "getting-more-help": "Specialist or longer support", "getting-risk-support": "Help to stay safe",
  },
  access: {
    "young-person": "A young person can ask", parent: "A parent or carer can ask", school: "School asks",
    gp: "A GP asks", professional: "Any professional asks", "turn-up": "Just turn up",
    known: "Already with the service",
  },
  format: {
    "one-to-one": "One to one", group: "Group", course: "Course or workshop", "drop-in": "Drop-in", phone: "Phone",
    "text-chat": "Text or chat", video: "Video", online: "App or website", school: "At school", home: "At home",
  },
  cost: {
    free: "Free", "free-to-schools": "Free to schools", donation: "By donation", paid: "Paid",
    "school-package": "Part of a school package",
  },
  kind: {
    helpline: "Helpline", service: "Service", digital: "App or website", training: "Training",
    resource: "Something to read or use", funding: "Funding",
  },
};

export const GROUPS = {
  age: "Age", need: "Worry", thrive: "Kind of help", area: "Place", access: "Who can ask", format: "What it is like",
  cost: "Cost", kind: "Kind",
};

const AGES = { "early-years": [0, 4], primary: [4, 11], secondary: [11, 16], "post-16": [16, 18], "young-adult": [18, 25] };

// The values of a listing in a group; the ages it takes become groups of ages.
export function values(listing, group, within) {
  switch (group) {
    case "age": {
      const { from = 0, to = 25 } = listing.ages || {};
      return listing.ages ? Object.keys(AGES).filter((age) => from <= AGES[age][1] && to >= AGES[age][0]) : [];
    }
    case "need": return listing.needs || [];
    case "thrive": return listing.thrive || [];
    case "area": return listing.area.places.flatMap((place) =>
      place === "national" ? Object.keys(within) : Object.keys(within).filter((area) => area === place || within[area] === place));
    case "access": return (listing.access && listing.access.who) || [];
    case "format": return listing.formats || [];
    case "cost": return listing.cost ? [listing.cost.kind] : [];
    default: return [listing.kind];
  }
}
