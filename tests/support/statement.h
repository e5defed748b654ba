/*
 * statement.h - a small report written in a test: rows and elements in, figures and the resolved document out.
 *
 * The stages are those of the program, through their headers. Unless a test says otherwise there is one
 * indicator A, a percentage, in one source "s" without disclosure rule, for organisation QNV in 2024.
 * Ownership: everything lives until statement_free().
 */
#ifndef GRADIENT_TESTS_STATEMENT_H
#define GRADIENT_TESTS_STATEMENT_H

#include "base/diag.h"
#include "document/document.h"
#include "model/view.h"
#include "run/run.h"
#include "words/format.h"

enum { STATEMENT_FILES_MOST = 4 };

/* NULL takes the usual. Attributes are written with single quotes. */
struct statement_parts {
	/* CSV whose header names the roles of its columns. "*" is suppressed, "x" not available, "z" not applicable. */
	const char *rows;
	const char *rule;         /* disclosure rule; "NONE" */
	const char *retrieved;    /* day of extraction of the source; none */
	const char *source;       /* further elements of the source */
	const char *more_sources; /* further source elements */
	const char *data;         /* attributes of data */
	const char *method, *per, *unit, *measure, *events, *population; /* of A */
	const char *standard, *good, *decimals, *denominators, *caveat;  /* of A */
	const char *indicators; /* elements in place of A */
	const char *report;     /* attributes of report, such as register */
	const char *meta;       /* further elements of meta, such as statement */
	const char *about;      /* attributes of body; organisation='QNV' indicator='A' */
	const char *body;       /* elements of body, an appendix may follow after "</body>" */
	struct {
		const char *name, *text;
	} files[STATEMENT_FILES_MOST]; /* further files beside the report */
};

struct statement {
	struct arena *arena;
	struct diag_list *diags;
	struct run_options options;
	struct run run;
	struct words words;
	const char *folder;
};

/* Fails the test when there is an error. */
struct statement *statement_of(const struct statement_parts *parts);

/* The same with errors allowed; run.document is NULL then. */
struct statement *statement_try(const struct statement_parts *parts);
void statement_free(struct statement *statement);

/* Writes the files of a report to a folder; for tests that run the program. */
void statement_write(const struct statement_parts *parts, const char *folder);

/* Which figure. NULL: A, the latest period, QNV, the total, all ages and both sexes. */
struct figure_key {
	const char *indicator, *period, *organisation, *by, *group, *sex;
};

/* Each must be there. */
const struct result *statement_result(const struct statement *statement, struct figure_key key);
struct value statement_measure(const struct statement *statement, struct figure_key key,
			       enum measure measure);
struct value statement_figure(const struct statement *statement, struct figure_key key,
			      const struct measure_choice *choice);
struct view statement_view(const struct statement *statement, struct figure_key key);

/* The text of a paragraph, note or cell with plain blanks for those that do not break. */
const char *statement_plain(const struct statement *statement, const struct text *text);

/* The figure, table, section ... at a position among those of its kind, from 0; NULL when there are fewer. */
const struct node *statement_node(const struct statement *statement, enum node_kind kind,
				  size_t position);

/* The words of the paragraph at a position. It must be there. */
const char *statement_paragraph(const struct statement *statement, size_t position);

/* A table as lines of cells with " | " between, its head first. */
const char *statement_table(const struct statement *statement, size_t position);

/* True when a message with the id was given. */
bool statement_said(const struct statement *statement, const char *id);

/* What a report says that a test looks at once: its first paragraph, its first table, a message. */
void expect_paragraph(struct statement_parts parts, const char *wanted);
void expect_table(const char *rows, const char *body, const char *wanted);
void expect_message(struct statement_parts parts, const char *id);

#endif
