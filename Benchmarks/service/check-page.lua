-- Sends the form of the page; cookie and token are those of a page that was opened before.
local here = debug.getinfo(1).source:match("@(.*)/")
dofile(here .. "/requests.lua")
init = function()
  local lines = lines_of("ANJU_TOKENS")
  prepare(function(n, headers)
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    headers["Cookie"] = lines[1]
    local body = string.format("csrf=%s&number=BENCH-%d", lines[2], n * 7919 % 100000)
    return wrk.format("POST", "/zh/check", headers, body)
  end)
end
