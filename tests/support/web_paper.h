/*
 * web_paper.h - a document written in a test (support/pages_paper.h) as a page for the web.
 */
#ifndef GRADIENT_TESTS_WEB_PAPER_H
#define GRADIENT_TESTS_WEB_PAPER_H

#include <stdbool.h>

#include "html/html.h"
#include "support/pages_paper.h"

/* What pages are made from, with short rules and a short script; the words are those of the repository. */
struct html_job web_job_of(struct paper *paper);

/* Lays the document out and writes it; the text lives as long as the paper. */
const char *web_page_of(struct paper *paper);

/* From the first place that holds begin to the end behind it; "" when there is none. */
const char *web_piece(struct paper *paper, const char *page, const char *begin, const char *end);

/* How often what stands in text. */
size_t web_count(const char *text, const char *what);

#endif
