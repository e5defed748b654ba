/*
 * diag.h - what the program has to say about its inputs: one list a run.
 *
 * Purpose:   everything that a user can type or a file can hold and that is wrong becomes an entry
 *            here; nothing below run/ prints, exits or stops at the first fault.
 *            What a run read is told to the same list, for the record of the run: messages are about these files.
 * Ownership: the list lives in the arena it was made in and copies detail and hint.
 * Order:     diag_sort() puts entries in the order of file name, line, column.
 */
#ifndef GRADIENT_BASE_DIAG_H
#define GRADIENT_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/exit_status.h"
#include "base/location.h"

struct arena;
struct buffer;

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

enum diag_code {
#define DIAG(name, id, level, message, cause, remedy) DIAG_##name,
#include "base/diag_codes.def"
#undef DIAG
	DIAG_CODE_COUNT,
};

/* What is fixed about a message; cause and remedy feed the manual. */
struct diag_kind {
	const char *id; /* three letters for the stage and two digits, as in DAT12 */
	enum diag_level level;
	const char *message, *cause, *remedy;
};

struct diag {
	enum diag_code code;
	enum diag_level level; /* the kind's, or raised by diag_raise_warnings() */
	struct location at;
	const char *detail; /* names the offending thing; "" if none */
	const char *hint;   /* a sentence the reader can act on; "" if none */
	unsigned repeats;   /* further entries of the same code in the same file that were folded */
};

struct diag_list;

struct diag_list *diag_list_new(struct arena *arena);

/* detail and hint may be NULL. */
void diag_add(struct diag_list *list, enum diag_code code, struct location at, const char *detail,
	      const char *hint);

/* As diag_add(), the detail made with a format and without a hint. */
void diag_addf(struct diag_list *list, enum diag_code code, struct location at,
	       const char *detail_format, ...) __attribute__((format(printf, 4, 5)));

/* Messages and kept files of another list, in their order. */
void diag_add_all(struct diag_list *list, const struct diag_list *others);

const struct diag_kind *diag_kind(enum diag_code code);

size_t diag_count(const struct diag_list *list);
const struct diag *diag_at(const struct diag_list *list, size_t index);
size_t diag_errors(const struct diag_list *list);

/* Makes every warning an error; later ones too. */
void diag_raise_warnings(struct diag_list *list);

/*
 * Sorts by file, line and column, drops exact repetitions, and folds what is left of a code in one
 * file beyond the first most entries into a count on the last of them. Call once, at the end.
 */
void diag_sort(struct diag_list *list, size_t most);

/* A file that was read, each once. */
struct diag_file {
	const char *path;   /* as it was opened */
	const char *digest; /* SHA-256 of its bytes on the disk, in hexadecimal */
	size_t size;        /* bytes on the disk */
};

/* From now on the list keeps what it is told of files; without that it forgets them. */
void diag_keep_files(struct diag_list *list);
bool diag_keeps_files(const struct diag_list *list);
void diag_add_file(struct diag_list *list, const char *path, const char *digest, size_t size);

/* What is read for a list that has a store may come from it; NULL: nothing does. base/source_store.h */
struct source_store;
void diag_use_store(struct diag_list *list, struct source_store *store);
struct source_store *diag_store(const struct diag_list *list);

/* Kept files in the order in which they were first read. */
size_t diag_file_count(const struct diag_list *list);
const struct diag_file *diag_file_at(const struct diag_list *list, size_t index);

/* The status the first faulty stage asks for; EXIT_STATUS_OK when there is no error. */
enum exit_status diag_exit_status(const struct diag_list *list);

/*
 * "file:line:column: error: message: detail [id]" and an indented hint line; colour for terminals.
 * Control characters of a name, detail or hint become spaces.
 */
void diag_write(const struct diag_list *list, struct buffer *out, bool colour);

/* One JSON object a line: level, id, file, line, column, message, detail, hint. */
void diag_write_json(const struct diag_list *list, struct buffer *out);

#endif
