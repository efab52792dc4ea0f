# What is said about a routine written as text: what is wrong, where the caret stands, and what to write instead.

## A text's own sentences, word for word
says-as-written = { $text }
why-as-written = { $text }
note-as-written = { $text }
notation-untitled = A back rub

## The text as a whole
notation-too-large = This is longer than { $most } kB, so it was not read.
notation-too-many-slips = Only the first { $most } slips are told; { $left } more lines wait to be read.
notation-too-many-counted = The strokes of { $most } different lines are counted by drawing them; no more are.
notation-more-findings = { $code } is found here and in more places; the first { $most } are listed.
notation-too-many-spots = More than { $most } spots to go round leave no back to rub.
notation-too-many-lines = This has more than { $most } lines; what comes after is not read.
notation-other-format = Format { $said } is not known; this reads format { $known }.
notation-no-steps = There is nothing to do in it.
notation-too-many-steps = With its repeats this comes to more than { $most } steps.
notation-sum = The lines add up to { $added }, the heading says { $stated }.

## A line
notation-line-too-long = A line has at most { $most } characters; this one is not read.
notation-unreadable-line = From here on the line cannot be read.
notation-unknown-word = “{ $said }” means nothing here.
notation-twice = “{ $said }” is one too many on this line.
notation-twice-figure = This figure is one too many on this line.
notation-no-technique = This says nothing about what the hands do.
notation-nowhere = This does not say where to go.
notation-nothing-said = Nothing stands behind “{ $said }”.
notation-not-a-rule = “{ $said }” is not the code of a rule.
notation-no-reason = { $code } is broken on purpose here, but nobody says why.
notation-unused-allowance = { $code } is allowed here, and nothing here needs it.
notation-not-times = A group is repeated 1 to { $most } times.
notation-too-deep = Groups stand at most { $most } deep in each other.
notation-empty-group = Nothing is repeated here.
notation-untimed-phase = Before the first touch and after the last one, hands do nothing that takes time.
notation-never-led = “{ $said }” is read, but never led.

## Figures
notation-time-range = This is no length of time for a rub.
notation-pressure-range = Pressure goes from 1, barely there, to 10, stop.
notation-pace-range = No hand moves at this pace.
notation-spots-range = One line holds 1 to { $most } tender spots.

## The lines at the top
notation-unknown-header = There is no heading “{ $said }”.
notation-empty-header = Nothing stands behind “{ $said }”.
notation-unknown-for = “{ $said }” says nothing about how long, on what, with what or for what.
notation-unknown-receiver = “{ $said }” is not among the things a rub turns on, so nothing follows from it.
notation-unknown-giver = “{ $said }” is nothing this knows about a giver, so nothing follows from it.
notation-unknown-keep-off = “{ $said }” names no place and no kind of spot.
notation-where = This does not say where the spot is.

## What to write instead
notation-hint-did-you-mean = Did you mean “{ $meant }”?
notation-hint-vocabulary = docs/reference/notation.md lists every word.
notation-hint-too-large = Split it into routines of their own.
notation-hint-rule = A code is RUB and three digits, such as RUB101.
notation-hint-reason = Write “allow RUB101: ” and why it is right here.
notation-hint-unused-allowance = Take the line away, or put it below the step it is about; what is allowed beforehand is not seen when it comes.
notation-hint-too-many-slips = Mend what is listed, and the rest is read.
notation-hint-too-many-counted = Give this one a time instead, such as 90 s.
notation-hint-too-many-spots = Leave out whole places instead, such as “keep off: lower back, left”.
notation-hint-more-findings = Mend those that are listed, and look again.
notation-hint-times = Write “repeat 3 times” or “repeat twice”.
notation-hint-technique = Name a technique, such as effleurage or kneading.
notation-hint-places = Write “go to the head end”, or to the hips, beside, across, behind.
notation-hint-own-line = Give it a line of its own.
notation-hint-figure = A figure wants its unit: “3 min”, “8 strokes”, “pressure 3”, “12 cm/s”, “18 a minute”, “2 tender spots”.
notation-hint-time = Write “3 min”, “90 s”, “2:30”, “8 strokes” or “6 breaths”.
notation-hint-pressure = Write “pressure 2 to 4” or “light to comfortable”.
notation-hint-format = Leave the line out, or ask for a newer backrub.
notation-hint-where = Write “mole, 4 cm right of the spine, 20 cm below the neck”, or name a place.
notation-hint-steps = A line is a time, a technique and a place: “3 min effleurage, whole back”.
notation-hint-sum = Change the total or a line.
notation-hint-never-led = Leave it out; the check says why.
notation-hint-untimed-phase = Put it under “open” or “finish”, or write it as something said.
notation-hint-group = Indent the lines that belong to it.
