-- Workers who each record one contact after another, as a browser would post the form: with their own session, the key of
-- their session's forms, and a new idempotency key each time. Run it with as many threads as connections, so that each
-- thread is one worker. What was acknowledged is written down, to be held against the database.
local count = 0
local field = os.getenv("BENCH_CSRF_FIELD") or "csrf"

function setup(thread)
  count = count + 1
  thread:set("number", count)
end

function init()
  local lines = {}
  for line in io.lines(os.getenv("BENCH_WORKERS")) do lines[#lines + 1] = line end
  local words = {}
  for word in lines[(number - 1) % #lines + 1]:gmatch("%S+") do words[#words + 1] = word end
  cookie, csrf, people = words[1], words[2], { unpack(words, 3) }
  round = os.getenv("BENCH_ROUND")
  acknowledged = io.open(os.getenv("BENCH_ACKNOWLEDGED") .. "." .. number, "a")
  math.randomseed(tonumber(os.getenv("BENCH_SEED")) * 1000 + tonumber(round) * 100 + number)
  sent = 0
end

local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
local last = "AEIMQUYcgkosw048"

local function key()
  local made = {}
  for place = 1, 42 do
    local letter = math.random(64)
    made[place] = letters:sub(letter, letter)
  end
  local letter = math.random(16)
  made[43] = last:sub(letter, letter)
  return table.concat(made)
end

function request()
  sent = sent + 1
  marker = string.format("marker-%s-%d-%d-end", round, number, sent)
  local person = people[math.random(#people)]
  local body = field .. "=" .. csrf .. "&once=" .. key() .. "&a-kind=phone&a-outcome=attended&a-note=" .. marker
  return wrk.format("POST", "/people/" .. person .. "/record/core/contact", {
    ["Cookie"] = cookie, ["Sec-Fetch-Site"] = "same-origin", ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Host"] = wrk.headers["Host"] }, body)
end

function response(status)
  if status == 303 then
    acknowledged:write(marker, "\n")
    acknowledged:flush()
  else
    io.stdout:write("answered ", status, "\n")
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.stderr:write(string.format(
    '{"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "failed": %d, "bytes": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, summary.bytes))
end
