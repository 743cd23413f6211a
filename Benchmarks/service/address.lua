-- Another address for each request, as a proxy in front would tell it.
local n = 0
function next_number()
  n = n + 1
  return n
end
function address(n)
  return string.format("10.%d.%d.%d", math.floor(n / 65536) % 256, math.floor(n / 256) % 256, n % 256)
end
done = function(summary, latency, requests)
  local errors = summary.errors
  local all = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write("errors " .. all .. "\n")
end
