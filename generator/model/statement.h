/*
 * statement.h - what the statement on information on health inequalities has to contain, as lists.
 *
 * The lists come from inputs/catalogue, so that a new edition, duty or section is a row that an analyst can
 * correct. Each row carries how sure it is (confidence): "verified", "part-verified", "recalled",
 * "unverified", or "recommended" for what nobody asks for and we advise.
 * Ownership: lives in the arena of the run and is not changed after reading.
 */
#ifndef GRADIENT_MODEL_STATEMENT_H
#define GRADIENT_MODEL_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/location.h"
#include "model/indicator.h"

/* Kinds of bodies that make a statement. */
enum body_kind {
	BODY_UNKNOWN,
	BODY_ICB,
	BODY_ACUTE,
	BODY_MENTAL_HEALTH,
	BODY_COMMUNITY,
	BODY_AMBULANCE,
	BODY_KIND_COUNT,
};

/* Legal forms; which provision asks for the statement depends on it. */
enum body_form { FORM_UNKNOWN, FORM_ICB, FORM_NHS_TRUST, FORM_FOUNDATION_TRUST, FORM_COUNT };

/* How strongly a section is asked for. */
enum requirement {
	REQUIREMENT_NOT_APPLICABLE,
	REQUIREMENT_RECOMMENDED,
	REQUIREMENT_LINKED, /* a link to where it is answered is enough, and is required */
	REQUIREMENT_REQUIRED,
	REQUIREMENT_COUNT,
};

/* An edition of the statement of the issuing body. */
struct statement_edition {
	const char *id;           /* as <statement edition="..."> has it */
	const char *title;        /* in full */
	const char *issuing_body; /* "NHS England" */
	const char *set;          /* name of the catalogue of its indicators */
	struct date from, to;     /* reporting periods it is for; year 0 = open */
	const char *confidence, *note;
	struct location at;
};

/* A duty in law. */
struct statement_provision {
	const char *id;      /* "review-icb" */
	const char *act;     /* "National Health Service Act 2006" */
	const char *section; /* "section 14Z58(2)(c)" */
	const char *duty;    /* in our words */
	const char *bodies;  /* legal forms it is about, with ";"; or "issuing-body" */
	const char *answer;  /* ids of the sections that answer it, separated by ";"; "" if none */
	const char *confidence;
	struct location at;
};

/* One of the views of the issuing body on how the information should be used. */
struct statement_expectation {
	const char *edition, *id; /* "break-down" */
	const char *name;         /* "Break data down" */
	const char *meaning;      /* "By deprivation, ethnic group, age and sex at a minimum" */
	const char *confidence;
	struct location at;
};

struct statement_section {
	const char *id;    /* as purpose="..." has it */
	const char *title; /* usual heading */
	enum requirement icb, trust;
	const char *note;         /* on what is asked of whom; "" if none */
	const char *basis;        /* "law", "statement", "good practice", ... */
	const char *must_contain; /* in our words */
	const char *test;         /* name of the coverage test; "" if none */
	const char *confidence;
	struct location at;
};

/* An area of a framework such as Core20PLUS5. */
struct framework_area {
	const char *framework;       /* "core20plus5-adults" */
	const char *framework_title; /* "Core20PLUS5 for adults" */
	const char *id, *name, *aim; /* "maternity", "Maternity" */
	const char *indicators;      /* ids, separated by ";" */
	const char *answer;          /* ids of the sections that answer it as a whole; "" if none */
	const char *confidence, *note;
	struct location at;
};

struct statement_lists {
	struct statement_edition *editions;
	size_t edition_count, edition_capacity;
	struct statement_provision *provisions;
	size_t provision_count, provision_capacity;
	struct statement_expectation *expectations; /* in their order */
	size_t expectation_count, expectation_capacity;
	struct statement_section *sections; /* in their order */
	size_t section_count, section_capacity;
	struct framework_area *areas; /* in the order of their frameworks */
	size_t area_count, area_capacity;
};

/* What the edition that a report answers asks of the body that it is of. */
struct statement_demand {
	const struct statement_lists *lists;
	const struct statement_edition *edition;
	const char *body; /* its code, as the report writes it */
	enum body_kind kind;
	enum body_form form;
	const struct indicators *indicators; /* all of the edition, for this body or not */
	struct location at;                  /* of <statement> */
};

/* NULL when there is none of that id. */
const struct statement_edition *statement_edition_find(const struct statement_lists *lists,
						       const char *id);

/* True when the edition is for the whole of a reporting period. */
bool statement_edition_covers(const struct statement_edition *edition, struct date from,
			      struct date to);

const struct statement_section *statement_section_find(const struct statement_lists *lists,
						       const char *id);
const struct statement_expectation *statement_expectation_find(const struct statement_lists *lists,
							       const char *edition, const char *id);
const struct framework_area *framework_area_find(const struct statement_lists *lists,
						 const char *framework, const char *area);

/* What is asked of a body of that kind. */
enum requirement statement_requirement(const struct statement_section *section,
				       enum body_kind kind);

/* "icb", "acute", ...; "" for an unknown kind. */
const char *body_kind_name(enum body_kind kind);
enum body_kind body_kind_find(const char *name);
const char *body_form_name(enum body_form form);
enum body_form body_form_find(const char *name);
const char *requirement_name(enum requirement requirement);

/* REQUIREMENT_COUNT when there is none of that name. */
enum requirement requirement_find(const char *name);

/* True when the statement asks the body for the indicator; reporters is a ";"-list of kinds. */
bool statement_asks(const struct statement_demand *demand, const struct indicator *indicator);

bool statement_asks_any(const struct statement_demand *demand);

#endif
