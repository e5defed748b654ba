#include "run/batch/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { FIELDS_MOST = 8 };

static const char first_line[] = "gradient-batch\t1\n";

/* -- writing ------------------------------------------------------------------------------------ */

static void add_field(struct buffer *out, const char *text)
{
	buffer_add_char(out, '\t');
	for (; *text != '\0'; text++) {
		const char *letter = strchr("\tt\nn\\\\", *text);

		if (letter != NULL && (*text == '\t' || *text == '\n' || *text == '\\'))
			buffer_printf(out, "\\%c", letter[1]);
		else
			buffer_add_char(out, *text);
	}
}

static void add_number(struct buffer *out, size_t number)
{
	buffer_printf(out, "\t%zu", number);
}

static void add_message(struct buffer *out, const struct diag *diag)
{
	buffer_add_text(out, "diag");
	add_number(out, (size_t)diag->code);
	add_field(out, diag->at.file == NULL ? "" : diag->at.file);
	add_number(out, diag->at.line);
	add_number(out, diag->at.column);
	add_field(out, diag->detail);
	add_field(out, diag->hint);
	buffer_add_char(out, '\n');
}

static void add_stages(struct buffer *out, const struct stages *stages)
{
	for (size_t i = 0; i < stages->count; i++) {
		buffer_add_text(out, "stage");
		add_field(out, stages->items[i].name);
		buffer_printf(out, "\t%.6f\t%ld\n", stages->items[i].milliseconds,
			      stages->peaks_kib[i]);
	}
}

void account_write(const struct account *account, const struct diag_list *messages,
		   struct buffer *out)
{
	buffer_add_text(out, first_line);
	buffer_printf(out, "status\t%s\t%d\t%zu\t%zu", account->made ? "made" : "failed",
		      account->no_room, account->errors, account->warnings);
	add_field(out, account->message);
	buffer_add_text(out, "\nmark");
	add_field(out, account->mark);
	buffer_add_char(out, '\n');
	for (size_t i = 0; i < account->input_count; i++) {
		buffer_add_text(out, "input");
		add_field(out, account->inputs[i]);
		buffer_add_char(out, '\n');
	}
	for (size_t i = 0; i < account->output_count; i++) {
		buffer_add_text(out, "output");
		add_field(out, account->outputs[i].name);
		add_field(out, account->outputs[i].digest);
		add_number(out, account->outputs[i].size);
		buffer_add_char(out, '\n');
	}
	for (size_t i = 0; messages != NULL && i < diag_count(messages); i++)
		add_message(out, diag_at(messages, i));
	if (messages != NULL)
		add_stages(out, &account->stages);
	buffer_add_text(out, "end\n");
}

/* -- reading ------------------------------------------------------------------------------------ */

struct fields {
	const char *texts[FIELDS_MOST];
	size_t count;
};

static const char *plain_field(struct arena *arena, const char *text, size_t length)
{
	char *plain = arena_alloc(arena, length + 1), *end = plain;

	for (size_t i = 0; i < length; i++) {
		if (text[i] != '\\' || i + 1 == length) {
			*end++ = text[i];
			continue;
		}
		i++;
		*end++ = text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
	}
	return plain;
}

/* The fields of a line; where the next one begins. */
static const char *take_line(struct arena *arena, const char *line, struct fields *fields)
{
	fields->count = 0;
	while (fields->count < FIELDS_MOST) {
		size_t length = strcspn(line, "\t\n");

		fields->texts[fields->count++] = plain_field(arena, line, length);
		line += length;
		if (*line != '\t')
			break;
		line++;
	}
	line += strcspn(line, "\n");
	return *line == '\n' ? line + 1 : line;
}

static size_t number_of(const char *text)
{
	return (size_t)strtoull(text, NULL, 10);
}

static void read_message(const struct fields *fields, struct diag_list *messages)
{
	const char *const *texts = fields->texts;
	size_t code = number_of(texts[1]);
	struct location at = {
		.file = texts[2][0] == '\0' ? NULL : texts[2],
		.line = (unsigned)number_of(texts[3]),
		.column = (unsigned)number_of(texts[4]),
	};

	if (messages != NULL && code < DIAG_CODE_COUNT)
		diag_add(messages, (enum diag_code)code, at, texts[5], texts[6]);
}

static void read_output(struct arena *arena, const struct fields *fields, struct account *account)
{
	account->outputs = arena_grow(arena, account->outputs, account->output_count,
				      &account->output_capacity, sizeof(*account->outputs));
	account->outputs[account->output_count++] = (struct account_output){
		.name = fields->texts[1],
		.digest = fields->texts[2],
		.size = number_of(fields->texts[3]),
	};
}

static void read_input(struct arena *arena, const struct fields *fields, struct account *account)
{
	account->inputs = arena_grow(arena, account->inputs, account->input_count,
				     &account->input_capacity, sizeof(*account->inputs));
	account->inputs[account->input_count++] = fields->texts[1];
}

static void read_stage(struct arena *arena, const struct fields *fields, struct account *account)
{
	struct record_stage stage = { fields->texts[1], strtod(fields->texts[2], NULL) };
	long peak = strtol(fields->texts[3], NULL, 10);
	const struct stages one = { .items = &stage, .count = 1, .peaks_kib = &peak };

	stages_add(&account->stages, arena, &one);
}

static void read_status(const struct fields *fields, struct account *account)
{
	account->made = strcmp(fields->texts[1], "made") == 0;
	account->no_room = number_of(fields->texts[2]) > 0;
	account->errors = number_of(fields->texts[3]);
	account->warnings = number_of(fields->texts[4]);
	account->message = fields->texts[5];
}

static bool is_line(const struct fields *fields, const char *word, size_t count)
{
	return fields->count == count && strcmp(fields->texts[0], word) == 0;
}

bool account_read(struct arena *arena, const char *text, struct account *account,
		  struct diag_list *messages)
{
	struct fields fields;

	*account = (struct account){ .message = "", .mark = "" };
	if (strncmp(text, first_line, strlen(first_line)) != 0)
		return false;
	for (text += strlen(first_line); *text != '\0';) {
		text = take_line(arena, text, &fields);
		if (is_line(&fields, "end", 1))
			return true;
		if (is_line(&fields, "status", 6))
			read_status(&fields, account);
		else if (is_line(&fields, "mark", 2))
			account->mark = fields.texts[1];
		else if (is_line(&fields, "input", 2))
			read_input(arena, &fields, account);
		else if (is_line(&fields, "output", 4))
			read_output(arena, &fields, account);
		else if (is_line(&fields, "stage", 4))
			read_stage(arena, &fields, account);
		else if (is_line(&fields, "diag", 7))
			read_message(&fields, messages);
	}
	return false;
}

void account_count(struct arena *arena, const struct diag_list *messages, struct account *account)
{
	account->errors = account->warnings = 0;
	account->message = "";
	for (size_t i = 0; i < diag_count(messages); i++) {
		const struct diag *diag = diag_at(messages, i);

		account->warnings += diag->level == DIAG_WARNING;
		if (diag->level != DIAG_ERROR)
			continue;
		if (account->errors++ == 0)
			account->message =
				arena_printf(arena, "%s%s%s [%s]", diag_kind(diag->code)->message,
					     diag->detail[0] == '\0' ? "" : ": ", diag->detail,
					     diag_kind(diag->code)->id);
	}
}
