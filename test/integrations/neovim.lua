-- In: CYGNET_PROGRAM, and a folder with a.js in it. Out: what Neovim, as a client of the language server, made of the call on the first
-- line: the diagnostics that it showed, the actions that it offered, and the files that it wrote. In found.json.

local function wait(what, is_there)
  if not vim.wait(60000, is_there, 50) then
    error('waited in vain for ' .. what)
  end
end

local function work()
  local client_id = vim.lsp.start_client({
    name = 'cygnet',
    cmd = { vim.env.NODE, vim.env.CYGNET_PROGRAM, 'lsp', '--stdio' },
    root_dir = vim.fn.getcwd(),
    init_options = { to = 'fetch' },
  })
  vim.cmd('edit a.js')
  vim.lsp.buf_attach_client(0, client_id)
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  local found = { shown = {}, offered = {} }
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found.shown, { line = one.lnum, column = one.col, code = one.code })
  end

  -- As vim.lsp.buf.code_action() does, but for the question which one.
  local client = vim.lsp.get_client_by_id(client_id)
  local function ask(method, params)
    local answer, reason = client.request_sync(method, params, 60000, 0)
    if not answer or not answer.result then
      error(method .. ': ' .. vim.inspect(answer or reason))
    end
    return answer.result
  end
  vim.api.nvim_win_set_cursor(0, { 1, found.shown[1].column })
  local params = vim.lsp.util.make_range_params(0, 'utf-16')
  params.context = { diagnostics = {} }
  local actions = ask('textDocument/codeAction', params)
  for _, action in ipairs(actions) do
    table.insert(found.offered, action.title)
  end
  vim.lsp.util.apply_workspace_edit(ask('codeAction/resolve', actions[1]).edit, 'utf-16')
  wait('an end of the diagnostics', function() return #vim.diagnostic.get(vim.fn.bufnr('a.js')) == 0 end)
  vim.cmd('wall')
  return found
end

local is_fine, found = pcall(work)
vim.fn.writefile({ vim.fn.json_encode(is_fine and found or { failed = tostring(found) }) }, 'found.json')
vim.cmd('qall!')
