### The terminal, the server's own lines on the pages, and the archive of what was kept.

## A plan

title-as-written = { $text }

# $first and $last are pressure words, such as "light" and "firm".
plan-pressure-range = { $first } to { $last }

# Steps without a technique.
step-stroke = a stroke
step-hold = a tender spot
step-rest = hands rest
step-ask = ask
step-say = a word
step-move = change place
step-turn = turn
step-oil = more oil

plan-summary =
    { $position ->
        [seated] { $minutes } minutes sitting
        [side-lying] { $minutes } minutes on the side, { $surface ->
            [table] on a table
            [bed] on a bed
            [chair] on a chair
           *[mat] on a mat
        }
       *[prone] { $minutes } minutes { $surface ->
            [table] on a table
            [bed] on a bed
            [chair] on a chair
           *[mat] on a mat
        }
    }, { $glide ->
        [oil] with oil
        [lotion] with lotion
        [clothed] through clothes
       *[dry] with dry hands
    }

## The first page

start-data-note = While a session runs, its log is kept on this computer and nowhere else. At the end you decide whether it stays.
start-voice-name = the voice that comes with the coach
start-voice-sample = This is how I sound. Turn it down until it is just loud enough.

## Commands over the line

refused-not-saved = It was done, but it could not be written to disk.

## Tables and screens in the terminal

cli-when = at
cli-long = for
cli-what = what
cli-where = where
cli-pressure = pressure
cli-why = why
cli-status-planned = Not begun
cli-status-preparing = Getting ready
cli-status-running = Under way
cli-status-paused = Paused: hands rest, still
cli-status-stopped = Stopped: hands away
cli-status-finished = Done
cli-left = { $step } of this, { $all } in all
cli-next = Then: { $what }
cli-keys = space pause · → next · ← back · s stay · ↓ softer · ↑ firmer · 1–9 how it feels · t tender spot · Esc stop
cli-keys-preparing = Enter: ready · Ctrl-C ends it
cli-no-player = No program here plays sound, so the lines are only shown.
cli-no-voice = There is no voice on this machine, so the lines are only shown.

## The archive

cli-account-head = A back rub on { $day }

## The page of a technique, for whoever writes routines. Markdown; $unit is that of the pace.

page-technique =
    {""}**{ $id }** · { $name }

    { $how }

    Hands: { $hands }.
    Places: { $places }.
    Felt pressure: { $least } to { $most }. { $unit ->
        [cm_per_s] Pace: { $slowest } to { $quickest } cm/s.
        [per_min] Pace: { $slowest } to { $quickest } a minute.
       *[still] Hands lie still.
    } Usually { $seconds } s.

    { $source } Certainty: { $certainty }.
