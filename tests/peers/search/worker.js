// One turn of one library, in a worker of its own: nothing that another has
// left behind is in its memory, and its code is as cold as on a first visit.
onmessage = async ({ data: { library, bundle, questions, milliseconds } }) => {
  try {
    const { ready, understood } = await import(`./${library}.js`);
    const text = await (await fetch(bundle)).text();
    const begun = performance.now();
    const ask = await ready(text);
    // Some make their index only when they are asked.
    await ask(questions[0].ask, questions[0].staff);
    const told = { ready: performance.now() - begun };
    postMessage(milliseconds === undefined
      ? { ...told, answers: await all(questions, ask, understood) }
      : { ...told, ...(await timed(questions, ask, milliseconds)) });
  } catch (error) {
    postMessage({ error: `${error}` });
  }
};

// The answers to every question.
async function all(questions, ask, understood) {
  const answers = [];
  for (const { ask: typed, staff } of questions)
    answers.push({ ids: await ask(typed, staff), understood: understood?.(typed) });
  return answers;
}

// What a question takes on average, and at most, until the time is over.
async function timed(questions, ask, milliseconds) {
  const times = [];
  const end = performance.now() + milliseconds;
  for (const { ask: typed, staff } of questions) {
    const begun = performance.now();
    await ask(typed, staff);
    const answered = performance.now();
    times.push(answered - begun);
    if (answered > end) break;
  }
  return { question: times.reduce((sum, one) => sum + one, 0) / times.length, slowest: Math.max(...times), asked: times.length };
}
