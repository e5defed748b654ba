#include "base/diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"

struct diag_list {
	struct arena *arena;
	struct diag *items;
	size_t count, capacity;
	bool raise_warnings, keeps_files;
	struct diag_file *files;
	size_t file_count, file_capacity;
	struct source_store *store;
};

static const struct diag_kind kinds[] = {
#define DIAG(name, id, level, message, cause, remedy)                                              \
	[DIAG_##name] = { id, level, message, cause, remedy },
#include "base/diag_codes.def"
#undef DIAG
};

struct diag_list *diag_list_new(struct arena *arena)
{
	struct diag_list *list = arena_alloc(arena, sizeof(*list));

	list->arena = arena;
	return list;
}

const struct diag_kind *diag_kind(enum diag_code code)
{
	return &kinds[code];
}

/* Messages outlive the file that they are about; most of them are about the file of the one before. */
static const char *own_file(struct diag_list *list, const char *file)
{
	const char *last = list->count == 0 ? NULL : list->items[list->count - 1].at.file;

	if (file == NULL || (last != NULL && strcmp(last, file) == 0))
		return file == NULL ? NULL : last;
	return arena_strdup(list->arena, file);
}

void diag_add(struct diag_list *list, enum diag_code code, struct location at, const char *detail,
	      const char *hint)
{
	enum diag_level level = kinds[code].level;

	if (level == DIAG_WARNING && list->raise_warnings)
		level = DIAG_ERROR;
	list->items = arena_grow(list->arena, list->items, list->count, &list->capacity,
				 sizeof(*list->items));
	at.file = own_file(list, at.file);
	list->items[list->count++] = (struct diag){
		.code = code,
		.level = level,
		.at = at,
		.detail = arena_strdup(list->arena, detail == NULL ? "" : detail),
		.hint = arena_strdup(list->arena, hint == NULL ? "" : hint),
	};
}

void diag_addf(struct diag_list *list, enum diag_code code, struct location at,
	       const char *detail_format, ...)
{
	va_list arguments;
	char *detail;

	va_start(arguments, detail_format);
	detail = arena_vprintf(list->arena, detail_format, arguments);
	va_end(arguments);
	diag_add(list, code, at, detail, NULL);
}

void diag_keep_files(struct diag_list *list)
{
	list->keeps_files = true;
}

bool diag_keeps_files(const struct diag_list *list)
{
	return list->keeps_files;
}

void diag_use_store(struct diag_list *list, struct source_store *store)
{
	list->store = store;
}

struct source_store *diag_store(const struct diag_list *list)
{
	return list->store;
}

void diag_add_file(struct diag_list *list, const char *path, const char *digest, size_t size)
{
	for (size_t i = 0; i < list->file_count; i++)
		if (strcmp(list->files[i].path, path) == 0)
			return;
	list->files = arena_grow(list->arena, list->files, list->file_count, &list->file_capacity,
				 sizeof(*list->files));
	list->files[list->file_count++] = (struct diag_file){
		.path = arena_strdup(list->arena, path),
		.digest = arena_strdup(list->arena, digest),
		.size = size,
	};
}

void diag_add_all(struct diag_list *list, const struct diag_list *others)
{
	for (size_t i = 0; i < others->count; i++)
		diag_add(list, others->items[i].code, others->items[i].at, others->items[i].detail,
			 others->items[i].hint);
	for (size_t i = 0; i < others->file_count; i++)
		diag_add_file(list, others->files[i].path, others->files[i].digest,
			      others->files[i].size);
}

size_t diag_file_count(const struct diag_list *list)
{
	return list->file_count;
}

const struct diag_file *diag_file_at(const struct diag_list *list, size_t index)
{
	return &list->files[index];
}

size_t diag_count(const struct diag_list *list)
{
	return list->count;
}

const struct diag *diag_at(const struct diag_list *list, size_t index)
{
	return &list->items[index];
}

size_t diag_errors(const struct diag_list *list)
{
	size_t errors = 0;

	for (size_t i = 0; i < list->count; i++)
		errors += list->items[i].level == DIAG_ERROR;
	return errors;
}

void diag_raise_warnings(struct diag_list *list)
{
	list->raise_warnings = true;
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].level == DIAG_WARNING)
			list->items[i].level = DIAG_ERROR;
}

static int compare_text(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare(const void *left, const void *right)
{
	const struct diag *a = left, *b = right;
	int order = compare_text(a->at.file, b->at.file);

	if (order == 0)
		order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
	if (order == 0)
		order = (a->at.column > b->at.column) - (a->at.column < b->at.column);
	if (order == 0)
		order = strcmp(kinds[a->code].id, kinds[b->code].id);
	if (order == 0)
		order = strcmp(a->detail, b->detail);
	return order == 0 ? strcmp(a->hint, b->hint) : order;
}

static bool same_file(const struct diag *a, const struct diag *b)
{
	return compare_text(a->at.file, b->at.file) == 0;
}

/* The entry that stands for a code in a file once most entries of it were kept; NULL before that. */
static struct diag *full(struct diag *items, size_t kept, const struct diag *diag, size_t most)
{
	struct diag *last = NULL;
	size_t same = 0;

	for (size_t i = kept; i > 0 && same_file(&items[i - 1], diag); i--) {
		if (items[i - 1].code != diag->code)
			continue;
		if (last == NULL)
			last = &items[i - 1];
		same++;
	}
	return same >= most ? last : NULL;
}

void diag_sort(struct diag_list *list, size_t most)
{
	size_t kept = 0;

	if (list->count > 1)
		qsort(list->items, list->count, sizeof(*list->items), compare);
	for (size_t i = 0; i < list->count; i++) {
		struct diag diag = list->items[i], *last;

		/* The entry before is still where it was: what is kept never passes what is read. */
		if (i > 0 && compare(&list->items[i - 1], &diag) == 0)
			continue;
		last = full(list->items, kept, &diag, most);
		if (last != NULL)
			last->repeats++;
		else
			list->items[kept++] = diag;
	}
	list->count = kept;
}

/* Stages in the order of the way of the data; the letters in front of an id name its stage. */
static const struct {
	const char *letters;
	enum exit_status status;
} stages[] = {
	{ "USE", EXIT_STATUS_USAGE },  { "SPC", EXIT_STATUS_SPEC }, { "LAY", EXIT_STATUS_SPEC },
	{ "DAT", EXIT_STATUS_DATA },   { "IND", EXIT_STATUS_DATA }, { "TXT", EXIT_STATUS_SPEC },
	{ "OUT", EXIT_STATUS_OUTPUT },
};

enum exit_status diag_exit_status(const struct diag_list *list)
{
	for (size_t stage = 0; stage < sizeof(stages) / sizeof(stages[0]); stage++)
		for (size_t i = 0; i < list->count; i++)
			if (list->items[i].level == DIAG_ERROR &&
			    strncmp(kinds[list->items[i].code].id, stages[stage].letters, 3) == 0)
				return stages[stage].status;
	return EXIT_STATUS_OK;
}

static const char *level_name(enum diag_level level)
{
	switch (level) {
	case DIAG_NOTE:
		return "note";
	case DIAG_WARNING:
		return "warning";
	case DIAG_ERROR:
		return "error";
	}
	return "";
}

static const char *level_colour(enum diag_level level)
{
	switch (level) {
	case DIAG_NOTE:
		return "\033[36m";
	case DIAG_WARNING:
		return "\033[33m";
	case DIAG_ERROR:
		return "\033[31m";
	}
	return "";
}

/* Text from a file must neither break the line nor steer the terminal: controls become spaces. */
static void write_text(const char *text, struct buffer *out)
{
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)text[0], next = (unsigned char)text[1];

		if (byte == 0xc2 && next >= 0x80 && next < 0xa0) {
			buffer_add_char(out, ' ');
			text++;
		} else {
			buffer_add_char(out, byte < 0x20 || byte == 0x7f ? ' ' : *text);
		}
	}
}

static void write_location(const struct location *at, struct buffer *out)
{
	if (at->file == NULL)
		buffer_add_text(out, "gradient");
	else
		write_text(at->file, out);
	if (at->file != NULL && at->line > 0) {
		buffer_printf(out, ":%u", at->line);
		if (at->column > 0)
			buffer_printf(out, ":%u", at->column);
	}
	buffer_add_text(out, ": ");
}

void diag_write(const struct diag_list *list, struct buffer *out, bool colour)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct diag *diag = &list->items[i];
		const struct diag_kind *kind = &kinds[diag->code];

		write_location(&diag->at, out);
		buffer_printf(out, "%s%s:%s %s", colour ? level_colour(diag->level) : "",
			      level_name(diag->level), colour ? "\033[0m" : "", kind->message);
		if (diag->detail[0] != '\0') {
			buffer_add_text(out, ": ");
			write_text(diag->detail, out);
		}
		buffer_printf(out, " [%s]\n", kind->id);
		if (diag->hint[0] != '\0') {
			buffer_add_text(out, "    hint: ");
			write_text(diag->hint, out);
			buffer_add_char(out, '\n');
		}
		if (diag->repeats > 0)
			buffer_printf(out, "    and %u more like this in the file\n",
				      diag->repeats);
	}
}

void diag_write_json(const struct diag_list *list, struct buffer *out)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct diag *diag = &list->items[i];

		buffer_add_text(out, "{\"level\":");
		json_add_text(out, level_name(diag->level));
		buffer_add_text(out, ",\"id\":");
		json_add_text(out, kinds[diag->code].id);
		buffer_add_text(out, ",\"file\":");
		json_add_text(out, diag->at.file);
		buffer_printf(out, ",\"line\":%u,\"column\":%u,\"message\":", diag->at.line,
			      diag->at.column);
		json_add_text(out, kinds[diag->code].message);
		buffer_add_text(out, ",\"detail\":");
		json_add_text(out, diag->detail);
		buffer_add_text(out, ",\"hint\":");
		json_add_text(out, diag->hint);
		buffer_printf(out, ",\"repeats\":%u}\n", diag->repeats);
	}
}
