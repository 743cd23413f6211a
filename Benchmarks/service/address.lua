-- Fifty thousand addresses in turn, as a proxy in front would tell them.
local n = 0
function next_number()
  n = n + 1
  return n
end
function address(n)
  local own = n % 50000
  return string.format("10.1.%d.%d", math.floor(own / 256), own % 256)
end
done = function(summary, latency, requests)
  local errors = summary.errors
  local all = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write("errors " .. all .. "\n")
end
