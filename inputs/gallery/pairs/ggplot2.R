# The figures of figures.csv by ggplot2 with its defaults: Rscript ggplot2.R
library(ggplot2)

figures <- read.csv("figures.csv")
save <- function(name) ggsave(paste0(name, "-ggplot2.png"), width = 6.5, height = 3.6, dpi = 80)
of <- function(question) figures[figures$question == question, ]

ggplot(of("highest"), aes(group, percentage)) + geom_col() +
  geom_errorbar(aes(ymin = lower, ymax = upper))
save("highest")

ggplot(of("gap"), aes(year, percentage, colour = group, group = group)) + geom_line() + geom_point()
save("gap")

ggplot(of("differ"), aes(percentage, group)) + geom_point() +
  geom_errorbarh(aes(xmin = lower, xmax = upper))
save("differ")

ggplot(of("hidden"), aes(group, percentage)) + geom_col() +
  geom_errorbar(aes(ymin = lower, ymax = upper))
save("hidden")

waits <- read.csv("waits.csv")
ggplot(waits, aes(weeks, percentage, colour = group, group = group)) + geom_line()
save("waits")
