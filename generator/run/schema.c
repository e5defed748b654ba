/*
 * schema.c - schemas and manuals on standard output.
 */
#include "spec/schema.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "run/command.h"
#include "run/schema_parts.h"
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
static void write_messages(struct command_line *line)
{
	struct buffer *out = &line->out;
	static const char *const levels[] = {
		[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"
	};

	buffer_add_text(out, ".Bl -tag -width Ds\n");
	for (int code = 0; code < DIAG_CODE_COUNT; code++) {
		const struct diag_kind *kind = diag_kind((enum diag_code)code);

		buffer_printf(out, ".It Sy %s Pq %s\n%s.\n", kind->id, levels[kind->level],
			      kind->message);
		schema_manual_text(kind->cause, out);
		buffer_add_char(out, '\n');
		schema_manual_text(kind->remedy, out);
		buffer_add_char(out, '\n');
	}
	buffer_add_text(out, ".El\n");
}

typedef void list_writer(struct command_line *line);

/* What is printed whole; NULL for what is printed of one language. */
static list_writer *find_list(const char *form)
{
	static const struct {
		const char *form;
		list_writer *write;
	} lists[] = {
		{ "messages", write_messages },
		{ "methods", schema_methods },
		{ "measures", schema_measures },
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (strcmp(lists[i].form, form) == 0)
			return lists[i].write;
	return NULL;
}

/* Catalogues are CSV: they have forms of their own. */
static bool schema_of_catalogue(struct command_line *line, const char *form)
{
	if (strcmp(form, "manual") == 0)
		schema_catalogue_manual(line);
	else if (strcmp(form, "csvw") == 0)
		schema_catalogue_csvw(line);
	else
		return false;
	return true;
}

void command_schema(struct command_line *line)
{
	static const char *const forms[] = { "rng",      "xsd",     "manual",  "csvw",
					     "messages", "methods", "measures" };
	const char *form = line->operand_count > 1 ? line->operands[1] : "";
	const struct vocabulary *vocabulary;
	size_t most = find_list(form) != NULL ? 2 : 3;

	if (line->operand_count > most) {
		diag_addf(line->diags, DIAG_USAGE, (struct location){ 0 },
			  "schema %s takes at most %zu further words, %zu given", form, most - 2,
			  line->operand_count - 2);
		return;
	}
	if (find_list(form) != NULL) {
		find_list(form)(line);
		return;
	}
	if (line->operand_count > 2 && strcmp(line->operands[2], "catalogue") == 0 &&
	    schema_of_catalogue(line, form))
		return;
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
			 suggest_hint(line->arena, form, forms, sizeof(forms) / sizeof(forms[0])));
}
