-- Requests made before the clock runs, each from another address, as a proxy in front would tell it.
-- One address comes again after so many others that no limit of a minute is reached.
local count = 30000
local made = {}
local last = 0

-- Makes all of them; `one` gets the number and the headers, and gives what is sent.
function prepare(one)
  for n = 1, count do
    local address = string.format("10.1.%d.%d", math.floor(n / 256), n % 256)
    made[n] = one(n, {["X-Forwarded-For"] = address})
  end
end

request = function()
  last = last % count + 1
  return made[last]
end

done = function(summary, latency, requests)
  local errors = summary.errors
  local all = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write("errors " .. all .. "\n")
end

-- The lines of a file that were told beforehand.
function lines_of(name)
  local lines = {}
  for line in io.lines(os.getenv(name)) do lines[#lines + 1] = line end
  return lines
end
