# shellcheck shell=bash
# story_names DIRECTORY: the stories in it, in the order in which they run
story_names() {
    local file
    for file in "$1"/*.sh; do
        if grep -q '^story ' "$file"; then basename "$file" .sh; fi
    done
}
