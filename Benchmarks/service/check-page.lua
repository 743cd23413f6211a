-- Sends the form of the page; cookie and token are those of a page that was opened before.
local here = debug.getinfo(1).source:match("@(.*)/")
dofile(here .. "/address.lua")
local lines = {}
for line in io.lines(os.getenv("ANJU_TOKENS")) do lines[#lines + 1] = line end
request = function()
  local n = next_number()
  local headers = {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Forwarded-For"] = address(n),
    ["Cookie"] = lines[1],
  }
  local body = string.format("csrf=%s&number=BENCH-%d", lines[2], n * 7919 % 100000)
  return wrk.format("POST", "/zh/check", headers, body)
end
