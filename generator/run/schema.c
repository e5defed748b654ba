/*
 * schema.c - schemas and manuals on standard output.
 */
#include "spec/schema.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "run/command.h"
#include "spec/vocabulary.h"

static const struct vocabulary *find_vocabulary(struct command_line *line)
{
	const char *wanted = line->operand_count > 2 ? line->operands[2] : "report";
	const char *names[8];
	size_t count = 0;

	for (size_t i = 0; vocabularies()[i] != NULL; i++) {
		names[count++] = vocabularies()[i]->id;
		if (strcmp(vocabularies()[i]->id, wanted) == 0)
			return vocabularies()[i];
	}
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "schema of %s", wanted),
		 suggest_hint(line->arena, wanted, names, count));
	return NULL;
}

/* Messages with cause and remedy, for the manual of the program. */
static void write_messages(struct buffer *out)
{
	static const char *const levels[] = {
		[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"
	};

	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (int code = 0; code < DIAG_CODE_COUNT; code++) {
		const struct diag_kind *kind = diag_kind((enum diag_code)code);

		buffer_printf(out, ".It Sy %s Pq %s\n%s.\n%s\n%s\n", kind->id, levels[kind->level],
			      kind->message, kind->cause, kind->remedy);
	}
	buffer_add_text(out, ".El\n");
}

void command_schema(struct command_line *line)
{
	static const char *const forms[] = { "rng", "xsd", "manual", "messages" };
	const char *form = line->operand_count > 1 ? line->operands[1] : "";
	const struct vocabulary *vocabulary;
	size_t most = strcmp(form, "messages") == 0 ? 2 : 3;

	if (line->operand_count > most) {
		diag_addf(line->diags, DIAG_USAGE, (struct location){ 0 },
			  "schema %s takes at most %zu further words, %zu given", form, most - 2,
			  line->operand_count - 2);
		return;
	}
	if (strcmp(form, "messages") == 0) {
		write_messages(&line->out);
		return;
	}
	vocabulary = find_vocabulary(line);
	if (vocabulary == NULL)
		return;
	if (strcmp(form, "rng") == 0)
		schema_rng(vocabulary, &line->out);
	else if (strcmp(form, "xsd") == 0)
		schema_xsd(vocabulary, &line->out);
	else if (strcmp(form, "manual") == 0)
		schema_manual(vocabulary, &line->out);
	else
		diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
			 form[0] == '\0' ? "schema takes the name of a form"
					 : arena_printf(line->arena, "no such form: %s", form),
			 suggest_hint(line->arena, form, forms, 4));
}
