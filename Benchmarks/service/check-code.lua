-- Opens the links of permits' codes.
local here = debug.getinfo(1).source:match("@(.*)/")
dofile(here .. "/address.lua")
local lines = {}
for line in io.lines(os.getenv("ANJU_TOKENS")) do lines[#lines + 1] = line end
request = function()
  local n = next_number()
  return wrk.format("GET", lines[3 + n % (#lines - 2)], {["X-Forwarded-For"] = address(n)})
end
