/*
 * web.h - what the pages for the web are made of: the document of a report or extract, its pictures as they were
 * laid out, and the style and script that come with the program.
 */
#ifndef GRADIENT_RUN_WEB_H
#define GRADIENT_RUN_WEB_H

#include <stdbool.h>

#include "html/html.h"

struct extract_pages;
struct run;

/* Of the report, or of one of its extracts when that is not NULL. False after a diagnostic. */
bool web_job(const struct run *run, const struct extract_pages *extract, struct html_job *out);

/* Of the page that shows every chart. */
bool web_gallery_job(const struct run *run, struct html_job *out);

/*
 * Of a page that lists statements of many bodies, in the looks of a run that has read these and needs no document.
 * False after a diagnostic.
 */
bool web_statements_job(const struct run *run, struct html_job *out);

/* The rules and the script that every page gets. False after a diagnostic. */
bool web_rules(const struct run *run, const char **style, const char **script);

#endif
