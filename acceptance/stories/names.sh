# shellcheck shell=bash
# story_names DIRECTORY: the stories in it, in the order in which they run, without those that run only when they are named
story_names() {
    local file
    for file in "$1"/*.sh; do
        if grep -q '^story ' "$file" && ! grep -q '^# Runs only when it is named' "$file"; then basename "$file" .sh; fi
    done
}
