/*
 * theme.c - checks a theme by itself.
 */
#include "run/theme.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "model/theme_check.h"
#include "run/share.h"
#include "spec/read.h"

/* Told by its namespace, so that a theme with a fault in it is told its fault as a theme. */
bool theme_is_operand(struct arena *arena, const char *path)
{
	const struct source *source = source_read(arena, path, path, (struct location){ 0 },
						  DIAG_SPEC_UNREADABLE, diag_list_new(arena));

	return source != NULL && strstr(source->bytes, "\"urn:gradient:theme:1\"") != NULL;
}

void theme_check_operand(struct command_line *line)
{
	const char *path = line->operands[1];
	const struct theme *theme = theme_read(
		line->arena, path, path_join(line->arena, share_find(line->arena), "fonts"),
		(struct location){ .file = path }, line->diags);

	if (theme == NULL)
		return;
	theme_check(theme, line->diags);
	if (!line->quiet)
		theme_table(theme, &line->out);
}
