-- Opens the links of permits' codes.
local here = debug.getinfo(1).source:match("@(.*)/")
dofile(here .. "/requests.lua")
init = function()
  local lines = lines_of("ANJU_TOKENS")
  prepare(function(n, headers)
    return wrk.format("GET", lines[3 + n % (#lines - 2)], headers)
  end)
end
