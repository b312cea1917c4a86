package io.crmkit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.crmkit.analytics.BuyingModel.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the literature publishes of the models comes out of ours. */
class BuyingModelTest {
    private static final BuyingModel CDNOW = new BuyingModel(Kind.BG_NBD, 0.243, 4.414, 0.793, 2.426);
    private static final BuyingModel FITTED =
            new BuyingModel(Kind.BG_NBD, 0.24259290566854935, 4.413531734280016, 0.7928860694436959, 2.425753128081676);
    private static final BuyingModel MODIFIED =
            new BuyingModel(Kind.MBG_NBD, 0.524838000714971, 6.182992211519001, 0.8913562036576743, 1.613999368733182);

    @ParameterizedTest
    @CsvSource({"0.1429, 0.0078", "1, 0.0532", "3, 0.1506", "31.8571, 1.0405", "32, 1.0437", "78, 1.8576"})
    void aNewCustomerIsExpectedToBuyAsThePaperSays(double weeks, double days) {
        assertThat(FITTED.expected(weeks)).isCloseTo(days, within(0.001));
    }

    @Test
    void aKnownCustomerIsExpectedToBuyAsThePaperSays() {
        assertThat(CDNOW.expected(new PurchaseSummary(2, 30.43, 38.86, 0), 39)).isCloseTo(1.226, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 30.43, 38.86, 1.225910, 0.726609, 1.262671, 0.706126",
        "1, 1.71, 38.86, 0.203251, 0.212227, 0.188789, 0.170820",
        "0, 0, 38.86, 0.194781, 1, 0.153954, 0.389716",
        "7, 29.43, 38.86, 3.337240, 0.641801, 3.166805, 0.622639",
        "2, 35.71, 38.86, 1.324101, 0.784807, 1.379563, 0.771496",
        "0, 0, 27, 0.258977, 1, 0.220623, 0.428463"
    })
    void bothModelsSayOfACustomerWhatTheirReferenceSays(
            int x, double recency, double age, double bg, double bgAlive, double mbg, double mbgAlive) {
        PurchaseSummary customer = new PurchaseSummary(x, recency, age, 0);
        assertThat(FITTED.expected(customer, 39)).isCloseTo(bg, within(1e-5));
        assertThat(FITTED.alive(customer)).isCloseTo(bgAlive, within(1e-5));
        assertThat(MODIFIED.expected(customer, 39)).isCloseTo(mbg, within(1e-5));
        assertThat(MODIFIED.alive(customer)).isCloseTo(mbgAlive, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, -0.59947382", "200, 38, 100.7957"})
    void theLikelihoodOfThoseWhoBuyVeryOftenIsANumber(int x, double recency, double logLikelihood) {
        BuyingModel model = new BuyingModel(Kind.BG_NBD, 0.25, 4, 0.8, 2.5);
        assertThat(model.logLikelihood(new PurchaseSummary(x, recency, 40, 0))).isCloseTo(logLikelihood, within(1e-4));
    }

    @Test
    void whoBoughtOnceIsACustomerForEverByTheOneModelOnly() {
        PurchaseSummary once = new PurchaseSummary(0, 0, 500, 0);
        assertThat(CDNOW.alive(once)).isEqualTo(1);
        assertThat(MODIFIED.alive(once)).isLessThan(0.4);
    }

    @Test
    void aModelThatDivertsFromOneAtOneIsStillANumber() {
        BuyingModel odd = new BuyingModel(Kind.MBG_NBD, 0.5, 6, 1, 1.6);
        assertThat(odd.expected(52)).isBetween(0.1, 5.0);
    }

    @Test
    void parametersArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BuyingModel(Kind.BG_NBD, 0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BuyingModel(Kind.BG_NBD, 1, 1, 1, Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 24.65", "2, 30.43, 22.35, 24.65", "1, 1.71, 11.77, 18.91", "7, 29.43, 73.74, 71.46"})
    void spendIsExpectedBetweenTheCustomersOwnAndThatOfAll(int x, double recency, double spend, double expected) {
        SpendModel model = new SpendModel(6.25, 3.74, 15.44);
        double all = 6.25 * 15.44 / 2.74;
        PurchaseSummary customer = new PurchaseSummary(x, recency, 38.86, spend);
        assertThat(model.expected(customer)).isCloseTo(x == 0 ? all : expected, within(0.1));
    }

    @Test
    void aYearIsWorthWhatTheReferenceSays() {
        SpendModel spend = new SpendModel(6.248803135891452, 3.7445883948322645, 15.447746302646058);
        LifetimeValue year = LifetimeValue.ofYear(FITTED, spend);
        assertThat(year.of(new PurchaseSummary(2, 30.43, 38.86, 22.35))).isCloseTo(36.2785, within(0.18));
        assertThat(year.of(new PurchaseSummary(1, 1.71, 38.86, 11.77))).isCloseTo(4.6375, within(0.023));
        assertThat(year.of(new PurchaseSummary(0, 0, 38.86, 0))).isCloseTo(8.3441, within(0.042));
    }
}
