-- The same request to a route that does nothing.
local here = debug.getinfo(1).source:match("@(.*)/")
dofile(here .. "/address.lua")
request = function()
  local n = next_number()
  local headers = {["Content-Type"] = "application/json", ["X-Forwarded-For"] = address(n)}
  local body = string.format('{"serial":"BENCH-%d"}', n * 7919 % 100000)
  return wrk.format("POST", "/empty", headers, body)
end
