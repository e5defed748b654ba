#include "support/notes.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/fixture.h"

static void add_lines(struct buffer *out, const char *before, const char *lines)
{
	while (lines != NULL && *lines != '\0') {
		size_t length = strcspn(lines, "\n");

		buffer_printf(out, "%s,%.*s\n", before, (int)length, lines);
		lines += length + (lines[length] == '\n');
	}
}

void expect_note(struct statement_parts parts, const char *head, const char *rows,
		 const char *others, const char *sentence)
{
	struct statement *statement;
	const char *notes;
	struct buffer all;

	buffer_init(&all);
	add_lines(&all, "dimension,group", head);
	add_lines(&all, "all,", others);
	add_lines(&all, "sex,Female", rows);
	add_lines(&all, "sex,Male", rows);
	parts.rows = buffer_finish(&all, arena);
	parts.body = "<table by='sex'/>";
	statement = statement_of(&parts);
	notes = statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes);
	cr_expect_not_null(strstr(notes, sentence), "%s\n%s", rows, notes);
	statement_free(statement);
}
