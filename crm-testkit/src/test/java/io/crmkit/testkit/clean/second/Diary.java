package io.crmkit.testkit.clean.second;

import io.crmkit.testkit.clean.first.Visit;
import java.util.List;

record Diary(List<Visit> visits) {}
