# In: a folder or a file. Out: how many lines are rewritten, nothing being written. No parser: the floor.
# Takes comments and texts along, and is no migration.
rg --files-with-matches --null --glob '*.{js,ts}' 'swan\.' "$1" |
  xargs -0 sed -nE 's/\bswan\.(request|uploadFile|downloadFile|connectSocket|sendSocketMessage|closeSocket|onSocketOpen|onSocketError|onSocketMessage|onSocketClose)\b/wx.\1/gp' |
  wc -l | sed 's/$/ lines/'
